import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { OutboxChange } from '../../../shared/outbox.ts';
import type { NamedItem } from '../../named-item.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** Items that a full profile collection has no room for, while the person is asked what goes out for them. */
export interface Swap {
  readonly items: readonly NamedItem[];
  /** Whether Roblox has refused them already. */
  readonly state: 'notSent' | 'refused';
}

/** Which swap the person is asked about. */
export const useSwapStore = defineStore('swaps', () => {
  const accounts = useAccountStore();
  const open = shallowRef<Swap | null>(null);
  let answer: (isAccepted: boolean) => void = () => undefined;

  /**
   * Asks what goes out for these items, with the account on screen whose collection it is. The answer is whether something
   * was accepted in the end.
   */
  async function offer(
    accountId: number,
    items: readonly NamedItem[],
    state: Swap['state'],
  ): Promise<boolean> {
    if (items.length === 0) return false;
    await accounts.select(accountId);
    if (accounts.currentId !== accountId) return false;
    close();
    open.value = { items, state };
    return new Promise((resolve) => (answer = resolve));
  }

  /** The same for what Roblox refused because the collection is full; all of it is of one account. */
  async function offerRefused(changes: readonly OutboxChange[]): Promise<void> {
    const [first] = changes;
    if (first) await offer(first.accountId, changes.map(toItem), 'refused');
  }

  /** Ends the question, and answers it once the change that was chosen is made. */
  async function settle(change: () => Promise<boolean>): Promise<void> {
    const tell = answer;
    answer = () => undefined;
    close();
    tell(await change());
  }

  /** Ends the question without a change. */
  function close(): void {
    open.value = null;
    answer(false);
  }

  watch(() => accounts.scope, close, { flush: 'sync' });

  return { open, offer, offerRefused, settle, close };
});

/** Whether Roblox would take it if something else went out. */
export function lacksRoom({ state, wish, error }: OutboxChange): boolean {
  return state === 'refused' && wish === 'in' && error?.code === 'collectionFull';
}

function toItem({ item, name }: OutboxChange): NamedItem {
  return { ...item, name };
}
