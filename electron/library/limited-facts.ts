import type { Database } from './database.ts';
import type { Members } from './members.ts';
import type { Sliced } from './slices.ts';
import { collectiblesSubject } from './subject-names.ts';

/** What the accounts of a view have of one limited, together. */
export interface LimitedSum {
  readonly copies: number;
  readonly onHold: number;
  readonly lowestSerial: number | null;
  readonly recentAveragePrice: number | null;
}

/** By item number. */
export type LimitedSums = ReadonlyMap<number, LimitedSum>;

interface SumRow {
  asset_id: number;
  number: number | null;
  copies: number;
  on_hold: number;
  lowest_serial: number | null;
  recent_average_price: number | null;
}

const assetsPerStep = 500;

/** The limiteds of accounts, read once for each edition of their collectible copies. */
export class LimitedMemory {
  readonly #database: Database;
  #known: { readonly edition: string; readonly sums: LimitedSums } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Changes whenever what `read` would answer does, but for items that were never named until then. */
  edition(members: Members): string {
    return editionOf(this.#database, members);
  }

  *read(members: Members, version: string): Sliced<LimitedSums> {
    const edition = `${this.edition(members)} ${version}`;
    if (this.#known?.edition === edition) return this.#known.sums;
    const sums = new Map<number, LimitedSum>();
    for (const accountId of members.ids) {
      for (let after = 0; ;) {
        const rows = this.#readSome(accountId, after);
        for (const row of rows) add(sums, row);
        const last = rows.at(-1);
        if (!last) break;
        after = last.asset_id;
        yield;
      }
    }
    this.#known = { edition, sums };
    return sums;
  }

  #readSome(accountId: number, after: number): SumRow[] {
    return this.#database.all<SumRow>(
      `SELECT s.*, (SELECT number FROM item WHERE type = 'Asset' AND id = s.asset_id) AS number FROM (
         SELECT c.asset_id, count(*) AS copies, sum(c.is_on_hold) AS on_hold,
           min(c.serial_number) AS lowest_serial, max(c.recent_average_price) AS recent_average_price
         FROM refresh r CROSS JOIN collectible c ON c.account_id = r.account_id AND c.generation = r.generation
         WHERE r.account_id = ?1 AND r.subject = '${collectiblesSubject}' AND c.asset_id > ?2
         GROUP BY c.asset_id ORDER BY c.asset_id LIMIT ${assetsPerStep}) s`,
      accountId,
      after,
    );
  }
}

/** Changes whenever the collectible copies of these accounts do. */
export function editionOf(database: Database, members: Members): string {
  const row = database.get<{ edition: string | null }>(
    `SELECT group_concat(account_id || ':' || generation || ':' || saved_at) AS edition FROM refresh
     WHERE subject = '${collectiblesSubject}' AND account_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(members.ids),
  );
  return `${members.ids.join()} ${row?.edition ?? ''}`;
}

function add(sums: Map<number, LimitedSum>, row: SumRow): void {
  if (row.number === null) return;
  const before = sums.get(row.number);
  sums.set(row.number, {
    copies: row.copies + (before?.copies ?? 0),
    onHold: row.on_hold + (before?.onHold ?? 0),
    lowestSerial: pick(Math.min, row.lowest_serial, before?.lowestSerial),
    recentAveragePrice: pick(Math.max, row.recent_average_price, before?.recentAveragePrice),
  });
}

function pick(choose: (a: number, b: number) => number, a: number | null, b: number | null | undefined) {
  if (a === null) return b ?? null;
  return b == null ? a : choose(a, b);
}
