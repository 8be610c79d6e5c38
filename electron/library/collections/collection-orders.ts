import type { CollectionSort } from '../../../shared/collections.ts';
import { itemTypes, type ItemRef, type ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import { readSearch } from '../name-search.ts';
import type { CollectionSteps } from './collection-steps.ts';

/** Items in order, as columns. */
interface KeptOrder {
  readonly types: Uint8Array;
  readonly ids: Float64Array;
}

const keptOrders = 6;
const orders: Readonly<Record<CollectionSort, string>> = {
  custom: 'c.place',
  name: 'f.folded IS NULL, f.folded, c.type, c.item_id',
  newest: 'c.filed_at DESC, c.place',
  value: 'f.value IS NULL, f.value DESC, f.folded IS NULL, f.folded, c.type, c.item_id',
};

/** Which items of a collection are shown, and in which order: worked out once, then read page by page. */
export class CollectionOrders {
  readonly #database: Database;
  readonly #steps: CollectionSteps;
  readonly #kept = new Map<string, KeptOrder>();

  constructor(database: Database, steps: CollectionSteps) {
    this.#database = database;
    this.#steps = steps;
  }

  /** The items from `start` up to `end`, and how many there are in all. `factsRevision` changes with names and values. */
  read(
    query: { readonly id: number; readonly search: string; readonly sort: CollectionSort },
    factsRevision: number,
    [start, end]: readonly [number, number],
  ): { readonly items: ItemRef[]; readonly total: number } {
    const { id, sort } = query;
    const { words } = readSearch(query.search);
    const isByFacts = words.length > 0 || sort === 'name' || sort === 'value';
    const revisions = [this.#steps.revisionOf(id), isByFacts ? factsRevision : ''];
    const key = JSON.stringify([id, words, sort, revisions]);
    const order = this.#kept.get(key) ?? this.#workOut(id, words, sort);
    // The newest use stands last.
    this.#kept.delete(key);
    this.#kept.set(key, order);
    for (const oldest of [...this.#kept.keys()].slice(0, -keptOrders)) this.#kept.delete(oldest);
    const { ids, types } = order;
    const items = [...ids.subarray(start, end)].map((itemId, at) => ({
      type: itemTypes[types[start + at] ?? 0] ?? 'Asset',
      id: itemId,
    }));
    return { items, total: ids.length };
  }

  #workOut(id: number, words: readonly string[], sort: CollectionSort): KeptOrder {
    const row = this.#database.get<{ types: string; ids: string }>(
      `SELECT json_group_array(type) AS types, json_group_array(item_id) AS ids FROM (
         SELECT c.type, c.item_id FROM collection_item c LEFT JOIN item_fact f ON f.type = c.type AND f.id = c.item_id
         WHERE c.collection_id = ?1
           AND NOT EXISTS (SELECT 1 FROM json_each(?2) w WHERE instr(coalesce(f.folded, ''), w.value) = 0)
         ORDER BY ${orders[sort]})`,
      id,
      JSON.stringify(words),
    );
    const types = JSON.parse(row?.types ?? '[]') as ItemType[];
    return {
      types: Uint8Array.from(types, (type) => itemTypes.indexOf(type)),
      ids: Float64Array.from(JSON.parse(row?.ids ?? '[]') as number[]),
    };
  }
}
