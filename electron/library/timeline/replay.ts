import type { Database } from '../database.ts';
import type { KeptChange } from './events.ts';

/**
 * Brings a baseline up to changes that were told already. The diary and the baseline are in two files: after a crash
 * between them the diary is ahead, and what it says must be told neither again nor undone.
 */
export function replay(database: Database, accountId: number, changes: readonly KeptChange[]): void {
  for (const { item, change, copies } of changes) {
    if (change.kind === 'repriced') {
      database.run(
        'UPDATE baseline_price SET value = ? WHERE account_id = ? AND type = ? AND item_id = ? AND is_average = ?',
        change.to,
        accountId,
        item.type,
        item.id,
        change.isAverage ? 1 : 0,
      );
      continue;
    }
    // What moved stands in the lists named here alone, as what was lost stands in none.
    if (change.kind !== 'gained') {
      database.run(
        `DELETE FROM baseline_copy WHERE account_id = ? AND type = ? AND item_id = ?
           AND instance_id IN (SELECT value FROM json_each(?))`,
        accountId,
        item.type,
        item.id,
        JSON.stringify([...new Set(copies.map(({ instanceId }) => instanceId))]),
      );
    }
    if (change.kind === 'lost') continue;
    for (const { instanceId, serialNumber, category } of copies) {
      database.run(
        'INSERT OR IGNORE INTO baseline_copy VALUES (?, ?, ?, ?, ?, ?)',
        accountId,
        category,
        item.type,
        item.id,
        instanceId,
        serialNumber,
      );
    }
  }
}
