import type { ItemRef } from '../../../shared/items.ts';
import type { OutboxChange, Wish } from '../../../shared/outbox.ts';
import type { Database } from '../database.ts';
import { toOutboxChange, type ChangeRow } from './change-rows.ts';
import type { Memberships } from './memberships.ts';

export interface OutboxOptions {
  readonly database: Database;
  readonly memberships: Memberships;
  /** Keeps what is known of items that a change mentions. */
  readonly keepFacts: (items: readonly ItemRef[]) => void;
  /** What a person wants of an account's collection has changed. */
  readonly onChanged: (accountId: number) => void;
}

const named = `SELECT c.*, f.name FROM outbox_change c LEFT JOIN item_fact f ON f.type = c.type AND f.id = c.item_id`;

/**
 * What a person wants in or out of the profile collections, until Roblox has it so. Of what they want with one item the newest
 * counts. Everything here is on the disk when the call has answered.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #database: Database;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#database = options.database;
  }

  /** Accepts what is wanted with these items, all of it or nothing. Gives how many changes the account now waits for. */
  accept(accountId: number, wish: Wish, items: readonly ItemRef[], at: number): number {
    return this.#changing(accountId, () => {
      this.#options.keepFacts(items);
      for (const item of items) this.#acceptOne(accountId, wish, item, at);
      return this.pending(accountId);
    });
  }

  /** As `accept`, of items that go out and others that go in: those are sent once these are out. */
  swap(accountId: number, out: readonly ItemRef[], wanted: readonly ItemRef[], at: number): number {
    return this.#changing(accountId, () => {
      this.accept(accountId, 'out', out, at);
      this.accept(accountId, 'in', wanted, at);
      this.makeRoom(accountId, out, wanted);
      return this.pending(accountId);
    });
  }

  /** Of changes that wait by now: what is to go in waits for what is to go out. */
  makeRoom(accountId: number, out: readonly ItemRef[], wanted: readonly ItemRef[]): void {
    const { last } = this.#database.get<{ last: number }>(
      'SELECT coalesce(max(swap), 0) AS last FROM outbox_change',
    ) ?? { last: 0 };
    for (const { type, id } of [...out, ...wanted])
      this.#database.run(
        'UPDATE outbox_change SET swap = ? WHERE account_id = ? AND type = ? AND item_id = ?',
        ...[last + 1, accountId, type, id],
      );
  }

  /** How the person wants it with an item: as they last said, else as Roblox has it; null when nobody knows. */
  wanted(accountId: number, item: ItemRef): Wish | null {
    const row = this.#findOf(accountId, item);
    return row && row.state !== 'refused' ? row.wish : this.#options.memberships.believed(accountId, item);
  }

  /** All of `task` or nothing of it. */
  inOneGo<T>(task: () => T): T {
    return this.#database.transaction(task);
  }

  /** Changes of an account that Roblox is still to hear of. */
  pending(accountId: number): number {
    const sql = `SELECT count(*) AS number FROM outbox_change WHERE account_id = ? AND state <> 'refused'`;
    return this.#database.get<{ number: number }>(sql, accountId)?.number ?? 0;
  }

  /** All changes, in the order they were accepted. */
  list(): OutboxChange[] {
    return this.#database.all<ChangeRow>(`${named} ORDER BY c.sequence`).map(toOutboxChange);
  }

  /** One change; null once it is settled, given up, or replaced by something newer. */
  find(sequence: number): OutboxChange | null {
    const row = this.#database.get<ChangeRow>(`${named} WHERE c.sequence = ?`, sequence);
    return row ? toOutboxChange(row) : null;
  }

  ofAccount(accountId: number): OutboxChange[] {
    const rows = this.#database.all<ChangeRow>(
      `${named} WHERE c.account_id = ? ORDER BY c.sequence`,
      accountId,
    );
    return rows.map(toOutboxChange);
  }

  /** Lets changes go again at once that wait, were parked or refused. */
  retry(accountId: number, sequences: readonly number[]): void {
    this.#changing(accountId, () => {
      for (const sequence of sequences)
        this.#database.run(
          `UPDATE outbox_change SET state = CASE WHEN state = 'unknown' THEN state ELSE 'waiting' END, attempts = 0, losses = 0,
             not_before = 0, code = NULL, message = NULL, status = NULL, roblox_code = NULL
           WHERE sequence = ? AND account_id = ? AND state <> 'sending'`,
          ...[sequence, accountId],
        );
    });
  }

  /** Gives changes up. What one of them may have done at Roblox, the next reading tells. `at` in epoch milliseconds. */
  discard(accountId: number, sequences: readonly number[], at: number): void {
    this.#changing(accountId, () => {
      for (const sequence of sequences) {
        const row = this.#database.get<ChangeRow>(
          'SELECT * FROM outbox_change WHERE sequence = ? AND account_id = ?',
          ...[sequence, accountId],
        );
        if (!row) continue;
        if (row.sent !== null)
          this.#options.memberships.doubt(accountId, { type: row.type, id: row.item_id }, at);
        this.#database.run('DELETE FROM outbox_change WHERE sequence = ?', sequence);
      }
    });
  }

  /** Gives up all changes of an account that leaves. */
  giveUp(accountId: number): void {
    this.#changing(accountId, () => {
      for (const table of ['outbox_change', 'outbox_pause'])
        this.#database.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
    });
  }

  #acceptOne(accountId: number, wish: Wish, { type, id }: ItemRef, at: number): void {
    const row = this.#findOf(accountId, { type, id });
    const isOver = row?.state === 'parked' || row?.state === 'refused';
    if (row?.wish === wish && !isOver) return;
    const { memberships } = this.#options;
    const sent = row?.sent ?? null;
    const base = row && !isOver ? row.base : memberships.believed(accountId, { type, id });
    if (row) this.#database.run('DELETE FROM outbox_change WHERE sequence = ?', row.sequence);
    // Nothing is on its way and Roblox has it so: the wishes have cancelled each other.
    // What is wanted once more after a refusal goes to Roblox again, whatever a reading shows.
    const isOther = row !== undefined && row.wish !== wish;
    const isBack = memberships.isCancelled(accountId, { type, id }, wish, isOther ? base : null);
    if (sent === null && isBack) return;
    const state = row && !isOver ? row.state : 'waiting';
    // What was parked and is wanted once more still makes room for the same items.
    const swap = row && !isOther ? row.swap : null;
    this.#database.run(
      `INSERT INTO outbox_change (account_id, type, item_id, wish, base, sent, state, accepted_at, attempts, losses,
         not_before, swap) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)`,
      ...[accountId, type, id, wish, base, sent, state, at, swap],
    );
  }

  #findOf(accountId: number, { type, id }: ItemRef): ChangeRow | undefined {
    const sql = 'SELECT * FROM outbox_change WHERE account_id = ? AND type = ? AND item_id = ?';
    return this.#database.get<ChangeRow>(sql, accountId, type, id);
  }

  #changing<T>(accountId: number, task: () => T): T {
    const result = this.#database.transaction(task);
    this.#options.onChanged(accountId);
    return result;
  }
}
