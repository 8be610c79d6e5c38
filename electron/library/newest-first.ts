import type { Database } from './database.ts';
import type { ListState } from './list-columns.ts';

interface Row {
  number: number;
  age: number;
  position: number;
}

interface Head {
  readonly list: ListState;
  rows: Row[];
  isAtEnd: boolean;
}

const rowsPerRead = 50;

/** Reads the front of views in their default order from the lists themselves, whatever their size. */
export class NewestFirst {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Any part of one list: its own order is the view's. Numbers of items. */
  ofList(list: ListState, start: number, end: number): number[] {
    return this.#database
      .all<Row>(
        `SELECT item_number AS number FROM holding WHERE account_id = ? AND category = ? AND generation = ?
           AND position >= ? AND position < ? ORDER BY position`,
        list.accountId,
        list.category,
        list.generation,
        start,
        end,
      )
      .map(({ number }) => number);
  }

  /** The first items over several lists: the newest of each, merged. */
  ofLists(lists: readonly ListState[], count: number): number[] {
    const heads = this.#heads(lists);
    const found = new Set<number>();
    while (found.size < count && heads.length > 0) {
      const head = heads[0];
      const row = head?.rows.shift();
      if (!head || !row) break;
      found.add(row.number);
      heads.shift();
      if (head.rows.length === 0 && !head.isAtEnd) this.#readOn(head, row);
      if (head.rows.length > 0) insert(heads, head);
    }
    return [...found];
  }

  #heads(lists: readonly ListState[]): Head[] {
    const ages = this.#database.all<Row & { at: number }>(
      `SELECT l.key AS at, h.item_number AS number, h.age, h.position FROM json_each(?) l
       CROSS JOIN holding h ON h.account_id = l.value ->> 0 AND h.category = l.value ->> 1
         AND h.generation = l.value ->> 2 AND (h.age, h.position) = (
           SELECT f.age, f.position FROM holding f WHERE f.account_id = l.value ->> 0
             AND f.category = l.value ->> 1 AND f.generation = l.value ->> 2 ORDER BY f.age, f.position LIMIT 1)`,
      JSON.stringify(lists.map(({ accountId, category, generation }) => [accountId, category, generation])),
    );
    const heads = ages.flatMap(({ at, ...row }) => {
      const list = lists[at];
      return list ? [{ list, rows: [row], isAtEnd: list.items === 1 }] : [];
    });
    return heads.sort(compare);
  }

  #readOn(head: Head, { age, position }: Row): void {
    head.rows = this.#database.all<Row>(
      `SELECT item_number AS number, age, position FROM holding
       WHERE account_id = ? AND category = ? AND generation = ? AND (age, position) > (?, ?)
       ORDER BY age, position LIMIT ${rowsPerRead}`,
      head.list.accountId,
      head.list.category,
      head.list.generation,
      age,
      position,
    );
    head.isAtEnd = head.rows.length < rowsPerRead;
  }
}

/** Puts a list back among the others, which are in the order of their first rows. */
function insert(heads: Head[], head: Head): void {
  let low = 0;
  for (let high = heads.length; low < high;) {
    const middle = (low + high) >> 1;
    const other = heads[middle];
    if (other && compare(other, head) < 0) low = middle + 1;
    else high = middle;
  }
  heads.splice(low, 0, head);
}

function compare({ rows: [a] }: Head, { rows: [b] }: Head): number {
  if (!a || !b) return 0;
  return a.age - b.age || a.position - b.position || a.number - b.number;
}
