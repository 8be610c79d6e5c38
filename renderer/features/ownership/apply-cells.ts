import type { ChangedCell, Ownership } from '../../../shared/ownership.ts';
import { itemKey } from '../../item-key.ts';

/** The list with answers that have just come: those of items that are on it no more are left out. */
export function applyCells(
  sheet: Ownership,
  places: ReadonlyMap<string, number>,
  changes: readonly ChangedCell[],
): Ownership {
  const columns = sheet.columns.map((column) => {
    const own = changes.filter(({ accountId }) => accountId === column.accountId);
    if (own.length === 0) return column;
    const cells = [...column.cells];
    for (const change of own) {
      const place = places.get(itemKey(change));
      if (place !== undefined && place < cells.length) cells[place] = change.cell;
    }
    return { ...column, cells };
  });
  const names = new Map(changes.flatMap((change) => (change.name ? [[itemKey(change), change.name]] : [])));
  const isNews = [...names].some(([key, name]) => sheet.rows[places.get(key) ?? -1]?.name !== name);
  if (!isNews) return { ...sheet, columns };
  const rows = sheet.rows.map((row) => {
    const name = names.get(itemKey(row));
    return name ? { ...row, name, isKnown: true } : row;
  });
  return { ...sheet, columns, rows };
}
