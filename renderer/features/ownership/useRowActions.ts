import { toAppError } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { OwnershipRow } from '../../../shared/ownership.ts';
import { request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useDetailsStore } from '../items/details.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { nameOf } from './ownership-words.ts';
import { useOwnershipStore } from './ownership.store.ts';

export interface RowActions {
  /** Shows the details of an item the library knows. */
  readonly openDetails: (row: OwnershipRow) => void;
  readonly openInBrowser: (row: OwnershipRow) => void;
}

/** What can be done with rows of the list. */
export function useRowActions(): RowActions {
  const accounts = useAccountStore();
  const details = useDetailsStore();
  const notices = useNoticeStore();
  const ownership = useOwnershipStore();

  function itemOf(row: OwnershipRow): Item {
    const place = ownership.rows.findIndex((one) => itemKey(one) === itemKey(row));
    const owners = ownership.columns.flatMap(({ accountId, cells }) => {
      const { state, copies } = cells[place] ?? { state: 'unknown', copies: 0 };
      return state === 'owned' ? [{ accountId, copies }] : [];
    });
    const { type, id, assetType } = row;
    const unknown = { creatorName: null, priceInRobux: null, limited: null };
    return { type, id, name: nameOf(row), assetType, copies: 0, owners, ...unknown };
  }

  function openDetails(row: OwnershipRow): void {
    const item = itemOf(row);
    // Over all accounts as an owner has it, and the others are offered; else as the account on screen does.
    if (accounts.scope === 'all') void details.open(item, item.owners[0]?.accountId ?? firstAccount());
    else void details.open({ ...item, owners: [] });
  }

  function firstAccount(): number | null {
    return ownership.columns[0]?.accountId ?? accounts.currentId;
  }

  async function openInBrowser({ type, id }: OwnershipRow): Promise<void> {
    const accountId = firstAccount();
    if (accountId === null) return;
    try {
      await request('items.openInBrowser', { accountId, item: { type, id } });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  return {
    openDetails,
    openInBrowser: (row) => void openInBrowser(row),
  };
}
