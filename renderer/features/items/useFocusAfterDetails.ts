import { watch } from 'vue';
import type { Focusable } from '../../ui/grid-handle.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useDetailsStore } from './details.store.ts';

/** Brings the focus back to where details were opened from when they are closed. */
export function useFocusAfterDetails(opener: () => Focusable | null): void {
  const accounts = useAccountStore();
  const details = useDetailsStore();
  let scope = accounts.scope;

  watch(
    () => details.item,
    (item) => {
      if (item) scope = accounts.scope;
      // They also close when another account is shown, whose list nobody has reached for.
      else if (scope === accounts.scope) opener()?.focus();
    },
  );
}
