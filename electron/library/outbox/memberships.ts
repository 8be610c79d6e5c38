import type { ItemRef } from '../../../shared/items.ts';
import type { Wish } from '../../../shared/outbox.ts';
import type { Database } from '../database.ts';

interface MemberRow {
  is_in: number;
  answered: number | null;
  answered_at: number | null;
  is_seen: number;
}

interface KnownRow extends MemberRow {
  type: ItemRef['type'];
  item_id: number;
}

/** How long, in milliseconds, a reading may still show what was there before a change. */
export const lagMs = 60_000;

// In place of an answer: equal to none.
const inDoubt = 2;

/**
 * Roblox's last confirmed word on what is in each profile collection. An answer to a change (2xx, "already in", "not in") is
 * the authority; readings lag, so one that says otherwise counts only when it cannot be an old one.
 */
export class Memberships {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Roblox answered a change: this is how it has the item now. `at` in epoch milliseconds. */
  answer(accountId: number, { type, id }: ItemRef, membership: Wish, at: number): void {
    const isIn = Number(membership === 'in');
    this.#database.run(
      `INSERT INTO profile_member VALUES (?1, ?2, ?3,
         (SELECT coalesce(max(position), -1) + 1 FROM profile_member WHERE account_id = ?1), ?4, ?4, ?5, 0)
       ON CONFLICT (account_id, type, item_id) DO UPDATE SET position = CASE WHEN is_in = ?4 THEN position ELSE
           excluded.position END, is_in = ?4, answered = ?4, answered_at = ?5, is_seen = 0`,
      ...[accountId, type, id, isIn, at],
    );
    this.#doubtLimit(accountId);
  }

  /** Roblox took no more: it holds as many as it can, as far as readings and answers tell how many that are. */
  noteFull(accountId: number): void {
    if (!this.#wasRead(accountId)) return;
    this.#database.run(
      `INSERT OR REPLACE INTO profile_limit SELECT ?1, count(*) FROM profile_member WHERE account_id = ?1 AND is_in = 1`,
      accountId,
    );
  }

  /** How many items the collection takes; null while nothing tells. */
  limit(accountId: number): number | null {
    const sql = 'SELECT items FROM profile_limit WHERE account_id = ?';
    return this.#database.get<{ items: number }>(sql, accountId)?.items ?? null;
  }

  /** A change ended while nobody knows what became of it: nothing is confirmed until Roblox answers the next one. */
  doubt(accountId: number, { type, id }: ItemRef, at: number): void {
    this.#database.run(
      `INSERT INTO profile_member VALUES (?1, ?2, ?3, 0, 0, ?4, ?5, 0)
       ON CONFLICT (account_id, type, item_id) DO UPDATE SET answered = ?4, answered_at = ?5, is_seen = 0`,
      ...[accountId, type, id, inDoubt, at],
    );
  }

  /** Takes in a reading of the whole collection, in Roblox's order, asked for at `askedAt`. */
  read(accountId: number, items: readonly ItemRef[], askedAt: number, at: number): void {
    // Asked for before the last one had come: it may show what was there earlier.
    const isOlder = askedAt <= (this.#readAt(accountId) ?? Number.NEGATIVE_INFINITY);
    const reading = { isOlder, askedAt, at };
    this.#database.run('INSERT OR REPLACE INTO profile_reading VALUES (?, ?)', accountId, at);
    const known = this.#known(accountId);
    const seen = new Set(items.map(keyOf));
    for (const [position, item] of items.entries()) {
      const row = known.get(keyOf(item));
      this.#keep(accountId, item, position, afterReading(row, 1, reading), row?.answered === 1, at);
    }
    let position = items.length;
    for (const [key, row] of known) {
      if (seen.has(key)) continue;
      const item = { type: row.type, id: row.item_id };
      const isIn = afterReading(row, 0, reading);
      // Nothing was ever changed here and it is gone elsewhere: nothing is left to know.
      if (isIn === 0 && row.answered === null) this.#forgetItem(accountId, item);
      else this.#keep(accountId, item, position++, isIn, row.answered === 0, at);
    }
    this.#doubtLimit(accountId);
  }

  /** How the item is believed to be at Roblox; null when nothing was ever heard of it. */
  believed(accountId: number, item: ItemRef): Wish | null {
    const row = this.#find(accountId, item);
    if (row) return row.is_in === 1 ? 'in' : 'out';
    return this.#wasRead(accountId) ? 'out' : null;
  }

  /**
   * Whether a wish asks for what Roblox has anyway: it said so to the last change, or readings do and wishes have only led
   * back to `base`, where they began. Readings alone cancel nothing: they may be old ones.
   */
  isCancelled(accountId: number, item: ItemRef, wish: Wish, base: Wish | null): boolean {
    if (this.believed(accountId, item) !== wish) return false;
    const answered = this.#find(accountId, item)?.answered ?? null;
    return answered === null ? base === wish : answered === Number(wish === 'in');
  }

  forget(accountId: number): void {
    for (const table of ['profile_member', 'profile_reading', 'profile_limit'])
      this.#database.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
  }

  /** It holds more than it was said to take. */
  #doubtLimit(accountId: number): void {
    this.#database.run(
      `DELETE FROM profile_limit WHERE account_id = ?1 AND items <
         (SELECT count(*) FROM profile_member WHERE account_id = ?1 AND is_in = 1)`,
      accountId,
    );
  }

  #wasRead(accountId: number): boolean {
    return this.#readAt(accountId) !== undefined;
  }

  #readAt(accountId: number): number | undefined {
    const sql = 'SELECT read_at FROM profile_reading WHERE account_id = ?';
    return this.#database.get<{ read_at: number }>(sql, accountId)?.read_at;
  }

  #find(accountId: number, { type, id }: ItemRef): MemberRow | undefined {
    return this.#database.get<MemberRow>(
      'SELECT is_in, answered, answered_at, is_seen FROM profile_member WHERE account_id = ? AND type = ? AND item_id = ?',
      ...[accountId, type, id],
    );
  }

  #known(accountId: number): Map<string, KnownRow> {
    const rows = this.#database.all<KnownRow>(
      'SELECT * FROM profile_member WHERE account_id = ? ORDER BY position',
      accountId,
    );
    return new Map(rows.map((row) => [keyOf({ type: row.type, id: row.item_id }), row]));
  }

  #keep(
    accountId: number,
    { type, id }: ItemRef,
    position: number,
    isIn: number,
    agrees: boolean,
    at: number,
  ): void {
    this.#database.run(
      `INSERT INTO profile_member VALUES (?, ?, ?, ?, ?, NULL, NULL, 0) ON CONFLICT (account_id, type, item_id)
       DO UPDATE SET position = excluded.position, is_in = excluded.is_in, is_seen = max(is_seen, ?),
         answered_at = min(answered_at, ?)`,
      ...[accountId, type, id, position, isIn, Number(agrees), at],
    );
  }

  #forgetItem(accountId: number, { type, id }: ItemRef): void {
    this.#database.run(
      'DELETE FROM profile_member WHERE account_id = ? AND type = ? AND item_id = ?',
      ...[accountId, type, id],
    );
  }
}

interface Reading {
  /** It may be older than the one taken in before it. */
  readonly isOlder: boolean;
  readonly askedAt: number;
  readonly at: number;
}

/** What to believe after a reading. A clock set back makes an answer as new as can be, once: from now on it ages again. */
function afterReading(row: MemberRow | undefined, read: 0 | 1, { isOlder, askedAt, at }: Reading): number {
  if (!row || row.answered === null || row.answered_at === null || row.answered === read) return read;
  const age = Math.min(askedAt, at) - row.answered_at;
  return (row.is_seen === 1 && !isOlder) || age >= lagMs ? read : row.is_in;
}

function keyOf({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
