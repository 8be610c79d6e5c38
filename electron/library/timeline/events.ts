import type { ItemRef, ItemType } from '../../../shared/models.ts';
import { timelineKinds, type LossAlert, type TimelineChange } from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import type { ListedCopy } from './differences.ts';

/** One change as it is kept: what is told, and the copies it is about, so that a baseline can be brought up to it. */
export interface KeptChange {
  readonly item: ItemRef;
  readonly change: TimelineChange;
  readonly copies: readonly ListedCopy[];
}

interface ChangeRow {
  type: ItemType;
  item_id: number;
  change: string;
  copies: string;
}

interface AlertRow {
  id: number;
  account_id: number;
  at: number;
  lost: number;
}

const namesInAlert = 3;

/** The diary in keep.db: one batch of changes for each refresh that brought any. */
export class Events {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest batch of an account; 0 when there is none. */
  newest(accountId: number): { readonly batch: number; readonly at: number } {
    const sql = 'SELECT id, at FROM timeline_refresh WHERE account_id = ? ORDER BY id DESC LIMIT 1';
    const row = this.#database.get<{ id: number; at: number }>(sql, accountId);
    return { batch: row?.id ?? 0, at: row?.at ?? 0 };
  }

  /** Everything told of an account after a batch, oldest first. */
  since(accountId: number, batch: number): KeptChange[] {
    const rows = this.#database.all<ChangeRow>(
      `SELECT type, item_id, change, copies FROM timeline_event WHERE account_id = ? AND refresh_id > ?
       ORDER BY refresh_id, id`,
      accountId,
      batch,
    );
    return rows.map((row) => ({
      item: { type: row.type, id: row.item_id },
      change: JSON.parse(row.change) as TimelineChange,
      copies: JSON.parse(row.copies) as ListedCopy[],
    }));
  }

  /** Writes one batch, in the order given, and returns its number: greater than `after` and than every one before. */
  write(accountId: number, after: number, at: number, changes: readonly KeptChange[]): number {
    const counts = timelineKinds.map((kind) => changes.filter(({ change }) => change.kind === kind).length);
    const sql = 'SELECT coalesce(max(id), 0) AS id FROM timeline_refresh';
    const batch = Math.max(after, this.#database.get<{ id: number }>(sql)?.id ?? 0) + 1;
    this.#database.run(
      `INSERT INTO timeline_refresh (id, account_id, at, ${timelineKinds.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      batch,
      accountId,
      at,
      ...counts,
    );
    // Row by row: one statement over all of them as JSON takes several times as long.
    for (const { item, change, copies } of changes) {
      this.#database.run(
        `INSERT INTO timeline_event (refresh_id, account_id, kind, type, item_id, change, copies)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        batch,
        accountId,
        change.kind,
        item.type,
        item.id,
        JSON.stringify(change),
        JSON.stringify(copies),
      );
    }
    return batch;
  }

  /** Refreshes that lost something and were not dismissed, newest first. */
  alerts(): LossAlert[] {
    const rows = this.#database.all<AlertRow>(
      `SELECT id, account_id, at, lost FROM timeline_refresh WHERE lost > 0 AND dismissed_at IS NULL ORDER BY id DESC`,
    );
    return rows.map(({ id, account_id: accountId, at, lost }) => {
      return { refreshId: id, accountId, at, items: lost, names: this.#namesOfLost(id) };
    });
  }

  dismiss(refreshId: number, at: number): void {
    this.#database.run(
      'UPDATE timeline_refresh SET dismissed_at = ? WHERE id = ? AND dismissed_at IS NULL',
      at,
      refreshId,
    );
  }

  forget(accountId: number): void {
    this.#database.run('DELETE FROM timeline_refresh WHERE account_id = ?', accountId);
  }

  #namesOfLost(refreshId: number): string[] {
    const rows = this.#database.all<{ name: string }>(
      `SELECT f.name FROM timeline_event e JOIN item_fact f ON f.type = e.type AND f.id = e.item_id
       WHERE e.refresh_id = ? AND e.kind = 'lost' ORDER BY e.id LIMIT ${namesInAlert}`,
      refreshId,
    );
    return rows.map(({ name }) => name);
  }
}
