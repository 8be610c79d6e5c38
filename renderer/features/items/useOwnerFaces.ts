import { computed, type ComputedRef } from 'vue';
import { accountThumbnail } from '../../item-key.ts';
import type { OwnerFace } from '../../ui/owner-face.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** How every account looks on a tile, by its id. */
export function useOwnerFaces(): ComputedRef<ReadonlyMap<number, OwnerFace>> {
  const accounts = useAccountStore();
  return computed(
    () =>
      new Map(
        accounts.accounts.map((account) => [
          account.id,
          {
            name: accountName(account),
            colour: account.colour ?? null,
            picture: accountThumbnail(account.id),
          },
        ]),
      ),
  );
}
