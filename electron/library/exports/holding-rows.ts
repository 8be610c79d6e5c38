import { holdingsOf, type ItemOverview } from '../../../shared/item-overview.ts';
import type { Copy } from '../../../shared/items.ts';
import { itemPage as words } from '../../../shared/locales/en/item-page.ts';
import {
  linkCell,
  sourceOf,
  timeCell,
  type ExportCells,
  type NameOf,
  type RowSource,
} from './export-cells.ts';

/** Every account with its copies of one item, one by one; an account with none that is named has a row of its own. */
export function holdingRows({ item, accounts }: ItemOverview, nameOf: NameOf): RowSource {
  const { type, id, name, assetType } = item;
  const itemCells: ExportCells = {
    name: () => name || null,
    type: () => type,
    id: () => id,
    link: () => linkCell({ type, id }, assetType),
  };
  return sourceOf(
    accounts.flatMap((account) => holdingsOf(account).map((holding) => ({ ...account, ...holding }))),
    ({ accountId, standing, asOf, isInProfileCollection, copies, copy }) => ({
      account: () => nameOf(accountId),
      accountId: () => accountId,
      state: () => ({ code: standing, words: words.standing[standing] }),
      copies: () => copies,
      isInProfile: () => isInProfileCollection,
      asOf: () => timeCell(asOf),
      ...itemCells,
      ...(copy ? copyCells(copy) : {}),
    }),
  );
}

function copyCells(copy: Copy): ExportCells {
  return {
    serial: () => copy.serialNumber,
    instanceId: () => copy.instanceId,
    acquired: () => timeCell(copy.acquiredAt),
    isOnHold: () => copy.isOnHold,
    averagePrice: () => copy.recentAveragePrice,
    originalPrice: () => copy.originalPrice,
  };
}
