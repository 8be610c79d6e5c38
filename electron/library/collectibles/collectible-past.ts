import type { Scope } from '../../../shared/accounts.ts';
import type {
  CollectibleDays,
  CollectibleHistory,
  CollectibleMovers,
  ComparedDays,
  MoverOrder,
} from '../../../shared/collectibles.ts';
import type { Database } from '../database.ts';
import type { MembersOf } from '../members.ts';
import { finish, Underway, type Sliced } from '../slices.ts';
import { statesOn } from './day-states.ts';
import { MoverSums } from './mover-sums.ts';

export interface MoversAsked {
  readonly scope: Scope;
  readonly from: number;
  readonly to: number;
  readonly order: MoverOrder;
}

interface DayRow {
  day: number;
  value: number;
  copies: number;
  items: number;
  unpriced: number;
}

/** Reads what was kept of collectibles day by day. Days after `today` are of a clock that was wrong, and wait. */
export class CollectiblePast {
  readonly #keep: Database;
  readonly #membersOf: MembersOf;
  readonly #underway = new Underway<CollectibleMovers>();

  constructor(keep: Database, membersOf: MembersOf) {
    this.#keep = keep;
    this.#membersOf = membersOf;
  }

  history(scope: Scope, today: number): CollectibleHistory {
    const { ids, awaited } = this.#membersOf(scope);
    const ahead = this.#keep.get<{ count: number }>(
      `SELECT count(*) AS count FROM collectible_day
       WHERE account_id IN (SELECT value FROM json_each(?)) AND day > ?`,
      JSON.stringify(ids),
      today,
    );
    const accounts = ids.map((accountId) => {
      return { isAwaited: awaited.has(accountId), ...this.#daysOf(accountId, today) };
    });
    return { accounts: accounts.filter(({ days }) => days.length > 0), daysAhead: ahead?.count ?? 0 };
  }

  movers(asked: MoversAsked, today: number): CollectibleMovers {
    return finish(this.#compare(asked, today));
  }

  /** The same in slices of a few milliseconds: null until it is there, then to be asked again. */
  tryMovers(asked: MoversAsked, today: number): CollectibleMovers | null {
    return this.#underway.step(JSON.stringify([asked, today]), () => this.#compare(asked, today));
  }

  /** With every mover and all that came and went, however many. */
  everyMover(asked: MoversAsked, today: number): Sliced<CollectibleMovers> {
    return this.#compare(asked, today, true);
  }

  *#compare(
    { scope, from, to, order }: MoversAsked,
    today: number,
    isAll = false,
  ): Sliced<CollectibleMovers> {
    const sums = new MoverSums();
    const compared: ComparedDays[] = [];
    const notCompared: number[] = [];
    let isElsewhere = false;
    for (const accountId of this.#membersOf(scope).ids) {
      const days = this.#nearest(accountId, from, Math.min(to, today));
      if (days) {
        compared.push(days);
        const before = statesOn(this.#keep, accountId, days.from);
        yield;
        sums.add(before, statesOn(this.#keep, accountId, days.to));
        yield;
        continue;
      }
      const kept = this.#countDays(accountId);
      if (kept > 0) notCompared.push(accountId);
      isElsewhere ||= kept > 1;
    }
    return { compared, notCompared, isElsewhere, ...sums.read(order, isAll) };
  }

  /** The last kept days on or before those; the first one after `from` where nothing is older. */
  #nearest(accountId: number, from: number, to: number): ComparedDays | null {
    const row = this.#keep.get<{ first: number | null; last: number | null }>(
      `SELECT coalesce((SELECT max(day) FROM collectible_day WHERE account_id = ?1 AND day <= ?2),
           (SELECT min(day) FROM collectible_day WHERE account_id = ?1 AND day > ?2)) AS first,
         (SELECT max(day) FROM collectible_day WHERE account_id = ?1 AND day <= ?3) AS last`,
      accountId,
      from,
      to,
    );
    if (!row || row.first === null || row.last === null || row.first >= row.last) return null;
    return { accountId, from: row.first, to: row.last };
  }

  #countDays(accountId: number): number {
    const sql = 'SELECT count(*) AS count FROM collectible_day WHERE account_id = ?';
    return this.#keep.get<{ count: number }>(sql, accountId)?.count ?? 0;
  }

  #daysOf(accountId: number, today: number): Omit<CollectibleDays, 'isAwaited'> {
    const rows = this.#keep.all<DayRow>(
      `SELECT day, value, copies, items, unpriced FROM collectible_day
       WHERE account_id = ? AND day <= ? ORDER BY day`,
      accountId,
      today,
    );
    return {
      accountId,
      days: rows.map(({ day }) => day),
      values: rows.map(({ value }) => value),
      copies: rows.map(({ copies }) => copies),
      items: rows.map(({ items }) => items),
      unpriced: rows.map(({ unpriced }) => unpriced),
    };
  }
}
