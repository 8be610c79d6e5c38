import type { Library } from '../../../electron/library/library.ts';
import type { ExportWish } from '../../../electron/library/exports/list-exports.ts';
import { expect } from 'vitest';
import { columnsOf, type ExportTable } from '../../../shared/export-tables.ts';
import { tableOf } from '../../../shared/exports.ts';
import { addAccount, categoryFacts } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';

export const ada = 11;
export const bob = 12;
export const hats = 'own/AssetType/8/';
export const view = {
  ...({ kind: 'view', scope: ada, category: hats } as const),
  ...({ search: '', sort: 'newest', owned: 'any', filter: {} } as const),
} as const;
export const crown = { type: 'Asset', id: 100 } as const;

/** Ada and Bob, both with hats; Ada has two copies of the crown, a limited that Bob has too. */
export function openExported(hatsOfAda = 3): Library {
  const { library } = openLibrary();
  addAccount(library, ada, { displayName: '=Ada' });
  addAccount(library, bob, { displayName: 'Bob' });
  library.accounts.edit(bob, 'Bobby, "the" one', null);
  for (const id of [ada, bob]) library.categories.save(id, [categoryFacts(8), categoryFacts(41)], 1);
  fillHats(library, ada, hatsOfAda, 2);
  fillHats(library, bob, 2, 1);
  library.collectibles.begin(ada, 1);
  library.collectibles.commitPage(ada, {
    rows: [7, 3].map((serialNumber) => ({
      ...{ assetId: 100, instanceId: 1000 + serialNumber, serialNumber, recentAveragePrice: 500 },
      ...{ originalPrice: 80, assetStock: 900, isOnHold: serialNumber === 3 },
    })),
    unreadableRows: 0,
    nextCursor: null,
  });
  library.collectibles.publish(ada, 1);
  return library;
}

/** Items 100, 101, …, the first of them newest and with so many copies. */
export function fillHats(
  library: Library,
  accountId: number,
  count: number,
  copiesOfFirst: number,
  at = 1,
): void {
  const rows = Array.from({ length: count }, (_, place) =>
    Array.from({ length: place === 0 ? copiesOfFirst : 1 }, (_copy, copy) => ({
      ...{
        type: 'Asset' as const,
        id: 100 + place,
        name: place === 0 ? '=Crown' : `Hat ${place}`,
        assetType: 8,
      },
      ...{ creatorName: 'Roblox', priceInRobux: 25, acquiredAt: 1_700_000_000_000 - place * 1000 },
      ...{
        instanceId: place === 0 ? ([1007, 1003][copy] ?? 1) : 5000 + place,
        serialNumber: copiesOfFirst > 1 && place === 0 && copy === 0 ? 7 : null,
      },
    })),
  ).flat();
  library.holdings.begin(accountId, hats, at);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, at);
}

let numbers = 0;

/** All of an export at once; `between` happens after its first part was read. */
export function exportAll(
  library: Library,
  wish: Partial<ExportWish>,
  between: () => void = () => undefined,
): string {
  const { listExports } = library;
  const number = ++numbers;
  const whole: ExportWish = {
    ...{ list: view, gathered: null, format: 'json', title: 'Hats' },
    columns: columnsOf(tableOf(wish.list ?? view)),
    ...wish,
  };
  let begun = listExports.tryBegin(number, whole);
  while (!begun) begun = listExports.tryBegin(number, whole);
  const texts: string[] = [];
  for (let index = 0; index < begun.parts; index += 1) {
    texts.push(listExports.part(number, index).text);
    if (index === 0) between();
  }
  listExports.end(number);
  return texts.join('');
}

export function itemsOf(json: string): Record<string, unknown>[] {
  return rowsOf('items', json);
}

export function rowsOf(table: ExportTable, json: string): Record<string, unknown>[] {
  const file = JSON.parse(json) as Record<string, unknown>;
  expect(file['format']).toBe(`satchel.${table}`);
  return file[table] as Record<string, unknown>[];
}
