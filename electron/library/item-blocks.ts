import { itemTypes, type ItemType } from '../../shared/items.ts';
import type { Database } from './database.ts';

/** What searching, filtering and sorting need of the items with neighbouring numbers. */
export interface ItemBlock {
  /** Folded names, each ended by a line break. */
  readonly text: string;
  /** Where the name of each item begins in `text`; one more for the end. An item that is unknown has no name. */
  readonly starts: Uint32Array;
  /** Index in `itemTypes`. */
  readonly types: Uint8Array;
  /** NaN where unknown. */
  readonly prices: Float64Array;
}

interface BlockRow {
  numbers: string | null;
  names: string | null;
  types: string | null;
  prices: string | null;
}

export const itemsPerBlock = 2048;
// Most blocks know no price at all, and share this one.
const noPrices = new Float64Array(itemsPerBlock).fill(NaN);

/**
 * Facts about items as columns in memory, read block by block when a view needs them: 3 MB and some 30 ms for
 * 100 000 items, where the database would be asked for each of them by itself.
 */
export class ItemBlocks {
  readonly #database: Database;
  readonly #blocks = new Map<number, ItemBlock>();
  #version = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Changes whenever a fact about any item does. */
  get version(): string {
    return `${this.#database.incarnation}.${this.#version}`;
  }

  /** To be called after a fact was written. */
  noteChange(number: number): void {
    this.#version += 1;
    this.#blocks.delete(blockOf(number));
  }

  /** Forgets everything, as when the file was begun anew. */
  clear(): void {
    this.#version += 1;
    this.#blocks.clear();
  }

  /** Whether a block is in memory. */
  has(index: number): boolean {
    return this.#blocks.has(index);
  }

  /** Reading one that is not in memory takes about a millisecond. */
  read(index: number): ItemBlock {
    const known = this.#blocks.get(index);
    if (known) return known;
    const first = index * itemsPerBlock;
    const row = this.#database.get<BlockRow>(
      `SELECT group_concat(number) AS numbers, group_concat(folded || char(10), '') AS names,
         group_concat(type) AS types, group_concat(coalesce(price, 'null')) AS prices
       FROM (SELECT number, folded, type, price FROM item WHERE number BETWEEN ? AND ? ORDER BY number)`,
      first,
      first + itemsPerBlock - 1,
    );
    const block = toBlock(first, row);
    this.#blocks.set(index, block);
    return block;
  }
}

export function blockOf(number: number): number {
  return Math.floor(number / itemsPerBlock);
}

export function nameIn({ text, starts }: ItemBlock, at: number): string {
  const start = starts[at] ?? 0;
  return text.slice(start, Math.max(start, (starts[at + 1] ?? 0) - 1));
}

function toBlock(first: number, row: BlockRow | undefined): ItemBlock {
  const numbers = JSON.parse(`[${row?.numbers ?? ''}]`) as number[];
  const prices = JSON.parse(`[${row?.prices ?? ''}]`) as (number | null)[];
  const types = row?.types?.split(',') ?? [];
  const text = row?.names ?? '';
  const block = {
    text,
    starts: new Uint32Array(itemsPerBlock + 1),
    types: new Uint8Array(itemsPerBlock),
    prices: prices.some((price) => price !== null) ? noPrices.slice() : noPrices,
  };
  let filled = 0;
  let end = 0;
  for (const [index, number] of numbers.entries()) {
    const at = number - first;
    block.starts.fill(end, filled, at + 1);
    filled = at + 1;
    end = text.indexOf('\n', end) + 1;
    block.types[at] = itemTypes.indexOf(types[index] as ItemType);
    if (block.prices !== noPrices) block.prices[at] = prices[index] ?? NaN;
  }
  block.starts.fill(end, filled);
  return block;
}
