import type { ItemRef, ItemType } from '../../../shared/items.ts';
import {
  timelineKinds,
  type LossAlert,
  type TimelineChange,
  type TimelineKind,
} from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import type { ListedCopy } from './differences.ts';

/** One change as it is kept: what is told, and the copies it is about, so that a baseline can be brought up to it. */
export interface KeptChange {
  readonly item: ItemRef;
  readonly change: TimelineChange;
  readonly copies: readonly ListedCopy[];
}

/** Where an event stands in the order they are told in. */
export interface EventPlace {
  readonly batch: number;
  readonly id: number;
}

interface ChangeRow {
  refresh_id: number;
  id: number;
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

/** SQL: a batch that brings nothing is never written, so one that says so is not whole yet. */
export const isTold = '(lost + gained + moved + repriced > 0)';

const namesInAlert = 3;
const eventsPerStep = 200;

/** The diary in keep.db: one batch of changes for each refresh that brought any. */
export class Events {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest batch of an account; 0 when there is none. */
  newest(accountId: number): { readonly batch: number; readonly at: number } {
    const sql = `SELECT id, at FROM timeline_refresh WHERE account_id = ? AND ${isTold} ORDER BY id DESC LIMIT 1`;
    const row = this.#database.get<{ id: number; at: number }>(sql, accountId);
    return { batch: row?.id ?? 0, at: row?.at ?? 0 };
  }

  /** What was told of an account after a batch, oldest first: a few hundred of it behind `after`, with where it ends. */
  since(
    accountId: number,
    batch: number,
    after: EventPlace | null,
  ): { readonly changes: readonly KeptChange[]; readonly last: EventPlace | null } {
    const rows = this.#database.all<ChangeRow>(
      `SELECT refresh_id, id, type, item_id, change, copies FROM timeline_event
       WHERE account_id = ? AND refresh_id > ? AND (refresh_id, id) > (?, ?)
       ORDER BY refresh_id, id LIMIT ${eventsPerStep}`,
      accountId,
      batch,
      after?.batch ?? 0,
      after?.id ?? 0,
    );
    const end = rows.at(-1);
    return {
      changes: rows.map(toChange),
      last: end && rows.length === eventsPerStep ? { batch: end.refresh_id, id: end.id } : null,
    };
  }

  /**
   * Begins a batch nobody is told of yet, and returns its number: greater than `after` and than every one before. Only
   * one is open at a time, so it is the newest of all.
   */
  begin(accountId: number, after: number, at: number): number {
    const sql = 'SELECT coalesce(max(id), 0) AS id FROM timeline_refresh';
    const batch = Math.max(after, this.#database.get<{ id: number }>(sql)?.id ?? 0) + 1;
    this.#database.run(
      'INSERT INTO timeline_refresh (id, account_id, at, lost, gained, moved, repriced) VALUES (?, ?, ?, 0, 0, 0, 0)',
      batch,
      accountId,
      at,
    );
    return batch;
  }

  /** Adds to a batch that was begun, in the order given. */
  add(accountId: number, batch: number, changes: readonly KeptChange[]): void {
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
  }

  /** Tells a batch, whole and at once. */
  tell(batch: number, counts: Readonly<Record<TimelineKind, number>>): void {
    this.#database.run(
      `UPDATE timeline_refresh SET ${timelineKinds.map((kind) => `${kind} = ?`).join(', ')} WHERE id = ?`,
      ...timelineKinds.map((kind) => counts[kind]),
      batch,
    );
  }

  /** Deletes what a process that ended left untold, some of it at a time. Returns whether there is more to do. */
  discardUntold(): boolean {
    const newest = this.#database.get<{ id: number; is_told: number }>(
      `SELECT id, ${isTold} AS is_told FROM timeline_refresh ORDER BY id DESC LIMIT 1`,
    );
    if (!newest || newest.is_told) return false;
    const deleted = this.#database.run(
      `DELETE FROM timeline_event WHERE id IN
         (SELECT id FROM timeline_event WHERE refresh_id = ? LIMIT ${eventsPerStep})`,
      newest.id,
    );
    if (deleted === 0) this.#database.run('DELETE FROM timeline_refresh WHERE id = ?', newest.id);
    return true;
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

function toChange(row: ChangeRow): KeptChange {
  return {
    item: { type: row.type, id: row.item_id },
    change: JSON.parse(row.change) as TimelineChange,
    copies: JSON.parse(row.copies) as ListedCopy[],
  };
}
