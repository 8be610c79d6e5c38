import type { Database } from './database.ts';
import type { Sliced } from './slices.ts';
import type { ListEdition } from './list-writer.ts';

/** A list as one of its refreshes left it, or is leaving it page by page. */
export interface ListState extends ListEdition {
  /** Different items. */
  readonly items: number;
  /** Another one for every change of what the list shows. */
  readonly edition: string;
  readonly isPublished: boolean;
}

/** What a list holds, by position. */
export interface ListColumns {
  readonly numbers: Uint32Array;
  /** NaN where unknown. */
  readonly acquired: Float64Array;
  readonly copies: Uint32Array;
}

interface Kept {
  columns: ListColumns;
  filled: number;
}

interface PartRow {
  numbers: string | null;
  acquired: string | null;
  copies: string | null;
}

const rowsPerStep = 2048;
const mostKeptRows = 2_500_000;

/** Lists as columns in memory, read once for each generation of a list and further as its first refresh goes on. */
export class ListMemory {
  readonly #database: Database;
  readonly #kept = new Map<string, Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Yields after each step of about a millisecond. */
  *read(list: ListState): Sliced<ListColumns> {
    const kept = this.#grown(list);
    while (kept.filled < list.items) {
      const last = Math.min(kept.filled + rowsPerStep, list.items) - 1;
      const read = this.#readPart(list, kept, last);
      if (!read) break;
      yield;
    }
    const { numbers, acquired, copies } = kept.columns;
    const end = Math.min(kept.filled, list.items);
    return {
      numbers: numbers.subarray(0, end),
      acquired: acquired.subarray(0, end),
      copies: copies.subarray(0, end),
    };
  }

  /** After rows from `position` on were changed. */
  forgetFrom(list: ListEdition, position: number): void {
    const kept = this.#kept.get(keyOf(list));
    if (kept) kept.filled = Math.min(kept.filled, position);
  }

  /** After the account's lists were replaced from outside. */
  forget(accountId: number): void {
    for (const key of [...this.#kept.keys()]) if (key.startsWith(`${accountId} `)) this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }

  #grown(list: ListState): Kept {
    const key = keyOf(list);
    const kept = this.#kept.get(key) ?? { columns: room(list.items), filled: 0 };
    // The order of the map is that of use: what was not asked for longest goes first.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (kept.columns.numbers.length < list.items) {
      const wider = room(Math.ceil(list.items * 1.5));
      wider.numbers.set(kept.columns.numbers);
      wider.acquired.set(kept.columns.acquired);
      wider.copies.set(kept.columns.copies);
      kept.columns = wider;
    }
    let rows = 0;
    for (const [other, { columns }] of [...this.#kept].reverse()) {
      rows += columns.numbers.length;
      if (rows > mostKeptRows && other !== key) this.#kept.delete(other);
    }
    return kept;
  }

  #readPart({ accountId, category, generation }: ListState, kept: Kept, last: number): boolean {
    const row = this.#database.get<PartRow>(
      `SELECT group_concat(item_number) AS numbers, group_concat(coalesce(acquired_at, 'null')) AS acquired,
         group_concat(copies) AS copies
       FROM (SELECT item_number, acquired_at, copies FROM holding
             WHERE account_id = ? AND category = ? AND generation = ? AND position BETWEEN ? AND ?
             ORDER BY position)`,
      accountId,
      category,
      generation,
      kept.filled,
      last,
    );
    const numbers = JSON.parse(`[${row?.numbers ?? ''}]`) as number[];
    const acquired = JSON.parse(`[${row?.acquired ?? ''}]`) as (number | null)[];
    kept.columns.numbers.set(numbers, kept.filled);
    kept.columns.copies.set(JSON.parse(`[${row?.copies ?? ''}]`) as number[], kept.filled);
    kept.columns.acquired.set(
      acquired.map((at) => at ?? NaN),
      kept.filled,
    );
    kept.filled += numbers.length;
    return numbers.length > 0;
  }
}

function room(items: number): ListColumns {
  return {
    numbers: new Uint32Array(items),
    acquired: new Float64Array(items),
    copies: new Uint32Array(items),
  };
}

function keyOf({ accountId, category, generation }: ListEdition): string {
  return `${accountId} ${generation} ${category}`;
}
