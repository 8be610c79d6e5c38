import { dayOf } from '../../../shared/days.ts';
import { mostRobux } from '../../../shared/robux.ts';
import type { Database } from '../database.ts';
import type { Refreshes } from '../refreshes.ts';
import { collectiblesSubject } from '../subject-names.ts';
import { isSame, noCopies, statesOn, type DayState } from './day-states.ts';

/** A limited of an account on one day. */
export interface DayItem extends DayState {
  readonly assetId: number;
  /** null where nothing ever named it. */
  readonly name: string | null;
}

interface ItemRow {
  asset_id: number;
  name: string | null;
  price: number | null;
  copies: number;
}

// Before Satchel was: a clock that says so is wrong, and its days would never go away again.
const firstDay = dayOf(new Date(2026, 0, 1).getTime());

/** What collectibles were worth day by day, in keep.db: of each day what the last complete refresh on it found. */
export class CollectibleDays {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #refreshes: Refreshes;

  constructor(cache: Database, keep: Database, refreshes: Refreshes) {
    this.#cache = cache;
    this.#keep = keep;
    this.#refreshes = refreshes;
  }

  /**
   * Keeps what was last read whole, as the state of the day it was read on; `isNew` when that was just now, else only
   * what an earlier end of Satchel, or a Satchel without days, left unkept. Rows that could not be read leave a list that
   * is not whole: nothing is kept of it. Returns whether something was.
   */
  keep(accountId: number, isNew: boolean): boolean {
    const { generation, savedAt, unreadableRows } = this.#refreshes.state(accountId, collectiblesSubject);
    if (savedAt === null || unreadableRows > 0 || dayOf(savedAt) < firstDay) return false;
    const day = dayOf(savedAt);
    if (!isNew && this.#hasKept(accountId, day, savedAt)) return false;
    this.put(accountId, day, savedAt, this.#read(accountId, generation));
    return true;
  }

  /**
   * Makes these the limiteds of a day, whatever was kept of it. A day before others, as of a clock that was set back, changes
   * none of them.
   */
  put(accountId: number, day: number, at: number, items: readonly DayItem[]): void {
    this.#keep.transaction(() => {
      const now = new Map(items.map((item) => [item.assetId, item]));
      const before = statesOn(this.#keep, accountId, day - 1);
      const next = this.#dayAfter(accountId, day);
      const after = next === null ? null : statesOn(this.#keep, accountId, next);
      this.#name(accountId, items);
      this.#clear(accountId, day);
      this.#write(accountId, day, before, now);
      if (next !== null && after) {
        this.#clear(accountId, next);
        this.#write(accountId, next, now, after);
      }
      this.#sum(accountId, day, at, items);
    });
  }

  /** Since when days of an account are kept; null while none is. */
  firstDay(accountId: number): number | null {
    const sql = 'SELECT min(day) AS day FROM collectible_day WHERE account_id = ?';
    return this.#keep.get<{ day: number | null }>(sql, accountId)?.day ?? null;
  }

  /** Deletes all that was kept of an account, as the person wished. */
  forget(accountId: number): void {
    this.#keep.transaction(() => {
      this.#keep.run('DELETE FROM collectible_day WHERE account_id = ?', accountId);
      this.#keep.run('DELETE FROM collectible_series WHERE account_id = ?', accountId);
    });
  }

  #read(accountId: number, generation: number): DayItem[] {
    const rows = this.#cache.all<ItemRow>(
      `SELECT c.asset_id, (SELECT name FROM item WHERE type = 'Asset' AND id = c.asset_id) AS name,
         max(iif(c.recent_average_price BETWEEN 0 AND ${mostRobux}, c.recent_average_price, NULL)) AS price,
         count(*) AS copies
       FROM collectible c WHERE c.account_id = ? AND c.generation = ? GROUP BY c.asset_id`,
      accountId,
      generation,
    );
    return rows.map(({ asset_id: assetId, ...item }) => ({ assetId, ...item }));
  }

  /** Whether a reading is kept, be it as another day that it was where it was made, or that day has a later one. */
  #hasKept(accountId: number, day: number, at: number): boolean {
    const sql =
      'SELECT 1 AS found FROM collectible_day WHERE account_id = ?1 AND (at = ?3 OR day = ?2 AND at > ?3)';
    return this.#keep.get(sql, accountId, day, at) !== undefined;
  }

  #isKept(accountId: number, day: number): boolean {
    const sql = 'SELECT 1 AS found FROM collectible_day WHERE account_id = ? AND day = ?';
    return this.#keep.get(sql, accountId, day) !== undefined;
  }

  #dayAfter(accountId: number, day: number): number | null {
    const sql = 'SELECT min(day) AS day FROM collectible_day WHERE account_id = ? AND day > ?';
    return this.#keep.get<{ day: number | null }>(sql, accountId, day)?.day ?? null;
  }

  #name(accountId: number, items: readonly DayItem[]): void {
    this.#keep.run(
      `INSERT INTO collectible_series (account_id, asset_id, name)
       SELECT ?, value ->> 0, coalesce(value ->> 1, '#' || (value ->> 0)) FROM json_each(?) WHERE true
       ON CONFLICT (account_id, asset_id) DO UPDATE SET name = excluded.name
         WHERE name <> excluded.name AND excluded.name <> '#' || asset_id`,
      accountId,
      JSON.stringify(items.map(({ assetId, name }) => [assetId, name])),
    );
  }

  #clear(accountId: number, day: number): void {
    if (!this.#isKept(accountId, day)) return;
    this.#keep.run(
      `DELETE FROM collectible_change WHERE day = ?2
         AND series IN (SELECT number FROM collectible_series WHERE account_id = ?1)`,
      accountId,
      day,
    );
  }

  /** Writes what differs from the kept day before. */
  #write(
    accountId: number,
    day: number,
    before: ReadonlyMap<number, DayState>,
    now: ReadonlyMap<number, DayState>,
  ): void {
    const changes = [...new Set([...before.keys(), ...now.keys()])].flatMap((assetId) => {
      const state = now.get(assetId) ?? noCopies;
      return isSame(before.get(assetId) ?? noCopies, state)
        ? []
        : [[assetId, state.copies === 0 ? null : state.price, state.copies]];
    });
    this.#keep.run(
      `INSERT INTO collectible_change
       SELECT s.number, ?2, c.value ->> 1, c.value ->> 2 FROM json_each(?3) c
       CROSS JOIN collectible_series s ON s.account_id = ?1 AND s.asset_id = c.value ->> 0`,
      accountId,
      day,
      JSON.stringify(changes),
    );
  }

  #sum(accountId: number, day: number, at: number, items: readonly DayItem[]): void {
    const there = items.filter(({ copies }) => copies > 0);
    const sum = (part: (item: DayItem) => number) =>
      Math.min(
        there.reduce((total, item) => total + part(item), 0),
        Number.MAX_SAFE_INTEGER,
      );
    this.#keep.run(
      'INSERT OR REPLACE INTO collectible_day VALUES (?, ?, ?, ?, ?, ?, ?)',
      accountId,
      day,
      at,
      sum(({ price, copies }) => (price ?? 0) * copies),
      sum(({ copies }) => copies),
      there.length,
      sum(({ price, copies }) => (price === null ? copies : 0)),
    );
  }
}
