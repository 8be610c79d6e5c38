import type { Item, ItemOwner, LimitedFacts } from '../../shared/items.ts';
import type { Database } from './database.ts';
import { toItem, type ItemFactsRow } from './items.ts';
import type { Members } from './members.ts';

interface OwnerRow {
  number: number;
  account_id: number;
  copies: number;
  acquired_at: number | null;
}

interface LimitedRow {
  number: number;
  lowest_serial: number | null;
  recent_average_price: number | null;
  copies_on_hold: number;
}

const wanted = `WITH w AS MATERIALIZED (
  SELECT i.number, i.type, i.id AS item_id FROM json_each(?1) n CROSS JOIN item i ON i.number = n.value)`;

/** Reads the items of one page of a view, as its accounts have them together. */
export class ViewItems {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The items of these numbers, in that order. `pattern` is a GLOB of the lists the view is over. */
  read(numbers: readonly number[], members: Members, pattern: string): Item[] {
    const wantedNumbers = JSON.stringify(numbers);
    const ids = JSON.stringify(members.ids);
    const owners = Map.groupBy(this.#owners(wantedNumbers, ids, pattern), ({ number }) => number);
    // A favourite may be owned as well: that is told beside it.
    const owned = pattern.startsWith('favorites/')
      ? Map.groupBy(this.#owners(wantedNumbers, ids, 'own/*'), ({ number }) => number)
      : null;
    const limited = new Map(this.#limited(wantedNumbers, ids).map((row) => [row.number, row]));
    const items = new Map(
      this.#facts(wantedNumbers).map((row) => {
        const owning = owners.get(row.number) ?? [];
        const facts = toLimited(limited.get(row.number));
        const item = toItem(row, owning.map(toOwner), members.isUnion, facts);
        const ownedBy = owned && (owned.get(row.number) ?? []).map(toOwner);
        return [row.number, { ...item, acquiredAt: newestOf(owning), ...(ownedBy ? { ownedBy } : {}) }];
      }),
    );
    return numbers.flatMap((number) => items.get(number) ?? []);
  }

  #facts(numbers: string) {
    return this.#database.all<ItemFactsRow & { number: number }>(
      `SELECT i.number, i.type, i.id, i.name, i.asset_type, i.creator_name, i.price
       FROM json_each(?1) n CROSS JOIN item i ON i.number = n.value`,
      numbers,
    );
  }

  // An item in two lists of one account is the same copies seen twice.
  #owners(numbers: string, ids: string, pattern: string): OwnerRow[] {
    return this.#database.all<OwnerRow>(
      `${wanted} SELECT w.number, a.value AS account_id, max(iif(h.category GLOB 'own/*', h.copies, 0)) AS copies,
         max(iif(h.category GLOB 'own/*', h.acquired_at, NULL)) AS acquired_at
       FROM w CROSS JOIN json_each(?2) a
       CROSS JOIN holding h INDEXED BY holding_of_item
         ON h.account_id = a.value AND h.item_number = w.number
       CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
         AND h.generation = r.generation + (r.saved_at IS NULL)
       WHERE h.category GLOB ?3 GROUP BY w.number, a.key ORDER BY w.number, a.key`,
      numbers,
      ids,
      pattern,
    );
  }

  #limited(numbers: string, ids: string): LimitedRow[] {
    return this.#database.all<LimitedRow>(
      `${wanted} SELECT w.number, min(c.serial_number) AS lowest_serial, max(c.recent_average_price) AS recent_average_price,
         sum(c.is_on_hold) AS copies_on_hold
       FROM w CROSS JOIN json_each(?2) a
       CROSS JOIN refresh r ON r.account_id = a.value AND r.subject = 'collectibles'
       CROSS JOIN collectible c ON c.account_id = a.value AND c.generation = r.generation AND c.asset_id = w.item_id
       WHERE w.type = 'Asset' GROUP BY w.number`,
      numbers,
      ids,
    );
  }
}

function toOwner({ account_id: accountId, copies }: OwnerRow): ItemOwner {
  return { accountId, copies };
}

function newestOf(rows: readonly OwnerRow[]): number | null {
  const dates = rows.flatMap((row) => row.acquired_at ?? []);
  return dates.length > 0 ? Math.max(...dates) : null;
}

function toLimited(row: LimitedRow | undefined): LimitedFacts | null {
  return (
    (row && {
      lowestSerial: row.lowest_serial,
      recentAveragePrice: row.recent_average_price,
      copiesOnHold: row.copies_on_hold,
    }) ??
    null
  );
}
