import type { ErrorData } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import { toDueChange, type ChangeRow, type DueChange } from './change-rows.ts';
import type { Memberships } from './memberships.ts';
import { RefusedTypes } from './refused-types.ts';

/** What became of one attempt. Waits in milliseconds. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Roblox says no for good. */
  | { readonly kind: 'refused'; readonly error: ErrorData }
  /** Roblox answered and decided nothing. */
  | { readonly kind: 'failed'; readonly error: ErrorData; readonly waitMs: number }
  /** It was sent, and nobody knows what became of it. */
  | { readonly kind: 'unanswered'; readonly error: ErrorData; readonly waitMs: number }
  /** Nothing was sent, or nothing was taken in: it goes again when it may. */
  | { readonly kind: 'notNow' };

/** What is to go next, and in how many milliseconds; a wait longer than any is one that a clock set wrong has made. */
export interface NextChange {
  readonly change: DueChange;
  readonly waitMs: number;
}

export const mostAttempts = 8;
export const longestWaitMs = 5 * 60_000;

// What a swap puts in waits until all that makes room for it is out, or was refused.
const hasNoRoom = `(c.wish = 'in' AND EXISTS (SELECT 1 FROM outbox_change o WHERE o.account_id = c.account_id
  AND o.swap = c.swap AND o.wish = 'out' AND o.state <> 'refused'))`;

/** The way of single changes to Roblox: each step is on the disk before the next begins, so that a kill loses none. */
export class Sendings {
  readonly #database: Database;
  readonly #memberships: Memberships;
  readonly #refusedTypes: RefusedTypes;
  readonly #onChanged: (accountId: number) => void;

  constructor(database: Database, memberships: Memberships, onChanged: (accountId: number) => void) {
    this.#database = database;
    this.#memberships = memberships;
    this.#refusedTypes = new RefusedTypes(database);
    this.#onChanged = onChanged;
  }

  /** After a start: what was on its way when the last run ended has an unknown outcome. Gives the accounts with changes. */
  reopen(): number[] {
    this.#database.run(`UPDATE outbox_change SET state = 'unknown', not_before = 0 WHERE state = 'sending'`);
    const rows = this.#database.all<{ account_id: number }>('SELECT DISTINCT account_id FROM outbox_change');
    return rows.map((row) => row.account_id);
  }

  /** The first change that may go; when none may yet, the one that may soonest; null when nothing waits. */
  next(accountId: number, now: number): NextChange | null {
    const row = this.#database.get<ChangeRow & { wait: number }>(
      `SELECT *, CASE WHEN not_before - ?2 BETWEEN 1 AND ?3 THEN not_before - ?2 ELSE 0 END AS wait FROM outbox_change c
       WHERE account_id = ?1 AND state IN ('waiting', 'unknown') AND NOT ${hasNoRoom} ORDER BY wait, sequence LIMIT 1`,
      ...[accountId, now, 2 * longestWaitMs],
    );
    return row ? { change: toDueChange(row), waitMs: row.wait } : null;
  }

  /** The collection was read after an unknown outcome: the change may go again. Roblox's answer to that settles it. */
  noteRead({ sequence }: DueChange): void {
    this.#database.run(
      `UPDATE outbox_change SET state = 'waiting' WHERE sequence = ? AND state = 'unknown'`,
      sequence,
    );
  }

  /** Notes that a change goes out now. Null when somebody gave it up or wants something newer. */
  begin({ sequence, sent }: DueChange): DueChange | null {
    const sql = `UPDATE outbox_change SET state = 'sending', sent = wish
       WHERE sequence = ? AND state = 'waiting' RETURNING *`;
    // By itself a statement read for one row says nothing of a commit that fails: on a full disk the change went out unnoted.
    const row = this.#database.transaction(() => this.#database.get<ChangeRow>(sql, sequence));
    return row ? { ...toDueChange(row), sent } : null;
  }

  /** Keeps what became of a change that was begun. Whoever wanted something newer meanwhile is not told of it. */
  settle(change: DueChange, outcome: Outcome, now: number): void {
    const { accountId, item, sequence, wish, sent } = change;
    this.#database.transaction(() => {
      const row = this.#find(accountId, item);
      const isNewest = row?.sequence === sequence;
      if (outcome.kind === 'done') {
        this.#memberships.answer(accountId, item, wish, now);
        if (wish === 'in') this.#refusedTypes.forget(item);
        if (row) this.#settleSent(row, isNewest);
      } else if (outcome.kind === 'refused') {
        if (sent !== null) this.#memberships.doubt(accountId, item, now);
        if (outcome.error.code === 'collectionFull') this.#memberships.noteFull(accountId);
        if (outcome.error.code === 'assetTypeNotAllowed') this.#refusedTypes.note(item, now);
        if (row && isNewest) this.#refuse(row, outcome.error);
        else if (row) this.#settleSent(row, false);
      } else if (row) this.#putOff(row, change, outcome, isNewest, now);
    });
    this.#onChanged(accountId);
  }

  /** Coming back to Roblox: what was lost on the way need not wait. */
  resetLosses(accountId: number): void {
    this.#database.run(
      `UPDATE outbox_change SET losses = 0, not_before = 0 WHERE account_id = ? AND losses > 0`,
      accountId,
    );
  }

  /** Roblox takes no requests of the account for so long. */
  pause(accountId: number, waitMs: number, now: number): void {
    this.#database.run('INSERT OR REPLACE INTO outbox_pause VALUES (?, ?, ?)', accountId, now + waitMs, now);
  }

  /** Milliseconds an account's pause still has to last; a clock set back leaves it as long as it was. */
  pauseLeft(accountId: number, now: number): number {
    const row = this.#database.get<{ until: number; noted_at: number }>(
      'SELECT until, noted_at FROM outbox_pause WHERE account_id = ?',
      accountId,
    );
    if (!row) return 0;
    return Math.max(0, row.until - Math.max(now, row.noted_at));
  }

  /** What was sent is settled: what is wanted now goes next, unless Roblox has it so. */
  #settleSent(row: ChangeRow, isNewest: boolean): void {
    const item = { type: row.type, id: row.item_id };
    const isBack = this.#memberships.isCancelled(row.account_id, item, row.wish, row.base);
    if (isNewest || isBack) this.#delete(row.sequence);
    else
      this.#database.run(
        `UPDATE outbox_change SET sent = NULL, state = 'waiting' WHERE sequence = ?`,
        row.sequence,
      );
  }

  #refuse({ sequence }: ChangeRow, error: ErrorData): void {
    this.#database.run(
      `UPDATE outbox_change SET state = 'refused', sent = NULL, code = ?, message = ?, status = ?, roblox_code = ?
       WHERE sequence = ?`,
      ...[error.code, error.message, error.status ?? null, error.robloxCode ?? null, sequence],
    );
  }

  #putOff(
    row: ChangeRow,
    { sent, wish }: DueChange,
    outcome: Exclude<Outcome, { kind: 'done' } | { kind: 'refused' }>,
    isNewest: boolean,
    now: number,
  ): void {
    const isLost = outcome.kind === 'unanswered';
    const error = 'error' in outcome ? outcome.error : null;
    const counts = isNewest && error !== null;
    const attempts = row.attempts + Number(counts && !isLost);
    const losses = row.losses + Number(counts && isLost);
    const isParked = attempts >= mostAttempts;
    const state = isLost ? 'unknown' : isParked ? 'parked' : 'waiting';
    // What Roblox answered without deciding may have been done all the same.
    const stillSent = outcome.kind === 'notNow' ? sent : wish;
    this.#database.run(
      `UPDATE outbox_change SET state = ?, sent = ?, attempts = ?, losses = ?, not_before = ?, code = ?, message = ?,
         status = ?, roblox_code = ? WHERE sequence = ?`,
      ...[state, stillSent, attempts, losses, counts ? now + outcomeWait(outcome) : row.not_before],
      ...[error?.code ?? row.code, error?.message ?? row.message],
      ...[error?.status ?? row.status, error?.robloxCode ?? row.roblox_code, row.sequence],
    );
  }

  #find(accountId: number, { type, id }: ItemRef): ChangeRow | undefined {
    return this.#database.get<ChangeRow>(
      'SELECT * FROM outbox_change WHERE account_id = ? AND type = ? AND item_id = ?',
      ...[accountId, type, id],
    );
  }

  #delete(sequence: number): void {
    this.#database.run('DELETE FROM outbox_change WHERE sequence = ?', sequence);
  }
}

function outcomeWait(outcome: Outcome): number {
  return 'waitMs' in outcome ? outcome.waitMs : 0;
}
