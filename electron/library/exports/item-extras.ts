import type { ExportColumn } from '../../../shared/export-tables.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { readTree } from '../collections/collection-rows.ts';
import type { Database } from '../database.ts';
import type { ItemList } from './item-list.ts';

/** What pages of lists do not show of an item, as far as the columns ask for it. */
export interface ItemExtras {
  readonly serials: readonly number[];
  readonly originalPrice: number | null;
  readonly stock: number | null;
  readonly categories: readonly string[];
  /** Local collections, each as the path to it. */
  readonly collections: readonly string[];
  /** Accounts in whose profile collection it is. */
  readonly inProfileOf: readonly number[];
}

interface CopyRow {
  at: number;
  serial: number | null;
  original_price: number | null;
  stock: number | null;
}

const none: ItemExtras = {
  ...{ serials: [], originalPrice: null, stock: null },
  ...{ categories: [], collections: [], inProfileOf: [] },
};
const wanted = `WITH w AS MATERIALIZED (
  SELECT e.key AS at, i.number, i.type, i.id AS item_id FROM json_each(?1) e
  CROSS JOIN item i ON i.type = e.value ->> 0 AND i.id = e.value ->> 1)`;
/** The lists on screen that hold an item of `w`. */
const holding = `
  CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = a.value AND h.item_number = w.number
  CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
    AND h.generation = r.generation + (r.saved_at IS NULL)`;

/** Reads what an export wants to know of some items beyond what lists show, one question for all of them each. */
export class ItemExtraReader {
  readonly #cache: Database;
  readonly #keep: Database;

  constructor(cache: Database, keep: Database) {
    this.#cache = cache;
    this.#keep = keep;
  }

  /** In the order of the items. */
  read(
    items: readonly ItemRef[],
    { members, pattern }: Pick<ItemList, 'members' | 'pattern'>,
    columns: ReadonlySet<ExportColumn>,
  ): ItemExtras[] {
    const refs = JSON.stringify(items.map(({ type, id }) => [type, id]));
    const ids = JSON.stringify(members.ids);
    const has = (...asked: readonly ExportColumn[]) => asked.some((column) => columns.has(column));
    const copies = has('serials', 'originalPrice', 'stock')
      ? this.#copies(refs, ids)
      : new Map<number, CopyRow[]>();
    const categories = has('category') ? this.#categories(refs, ids, pattern) : new Map<number, string[]>();
    const filed = has('collections') ? this.#collections(refs) : new Map<number, string[]>();
    const profiles = has('inProfileOf') ? this.#profiles(refs, ids) : new Map<number, number[]>();
    return items.map((_, at) => {
      const own = copies.get(at) ?? [];
      return {
        ...none,
        serials: own.flatMap(({ serial }) => serial ?? []),
        originalPrice: own.find((copy) => copy.original_price !== null)?.original_price ?? null,
        stock: own.find((copy) => copy.stock !== null)?.stock ?? null,
        categories: categories.get(at) ?? [],
        collections: filed.get(at) ?? [],
        inProfileOf: profiles.get(at) ?? [],
      };
    });
  }

  /** Every copy once, whether a list of limiteds or one of a category shows it, the lowest serial first. */
  #copies(refs: string, ids: string): Map<number, CopyRow[]> {
    const rows = this.#cache.all<CopyRow>(
      `${wanted} SELECT at, max(serial) AS serial, max(original_price) AS original_price, max(stock) AS stock FROM (
         SELECT w.at, c.account_id, c.instance_id, c.serial_number AS serial, c.original_price, c.asset_stock AS stock
         FROM w CROSS JOIN json_each(?2) a
         CROSS JOIN refresh r ON r.account_id = a.value AND r.subject = 'collectibles'
         CROSS JOIN collectible c ON c.account_id = a.value AND c.generation = r.generation AND c.asset_id = w.item_id
         WHERE w.type = 'Asset'
         UNION ALL
         SELECT w.at, c.account_id, c.instance_id, c.serial_number, NULL, NULL
         FROM w CROSS JOIN json_each(?2) a ${holding}
         CROSS JOIN copy c ON c.account_id = h.account_id AND c.category = h.category AND c.generation = h.generation
           AND c.position = h.position
         WHERE h.category GLOB 'own/*' AND c.serial_number IS NOT NULL
       ) GROUP BY at, account_id, instance_id ORDER BY at, serial`,
      refs,
      ids,
    );
    return Map.groupBy(rows, ({ at }) => at);
  }

  #categories(refs: string, ids: string, pattern: string): Map<number, string[]> {
    return grouped(
      this.#cache.all<{ at: number; value: string }>(
        `${wanted} SELECT w.at, c.name AS value, min(c.position) AS position FROM w CROSS JOIN json_each(?2) a ${holding}
         CROSS JOIN category c ON c.account_id = h.account_id AND c.key = h.category
         WHERE h.category GLOB ?3 GROUP BY w.at, c.name ORDER BY w.at, position`,
        ...[refs, ids, pattern.startsWith('own/') ? 'own/*' : pattern],
      ),
    );
  }

  #collections(refs: string): Map<number, string[]> {
    const tree = readTree(this.#keep);
    const rows = this.#keep.all<{ at: number; id: number }>(
      `SELECT e.key AS at, c.collection_id AS id FROM json_each(?) e
       CROSS JOIN collection_item c ON c.type = e.value ->> 0 AND c.item_id = e.value ->> 1 ORDER BY e.key, c.collection_id`,
      refs,
    );
    const path = (id: number) =>
      tree
        .path(id)
        .map(({ name }) => name)
        .join(' / ');
    return grouped(
      rows
        .filter(({ id }) => tree.get(id) && !tree.isTrashed(id))
        .map(({ at, id }) => ({ at, value: path(id) })),
    );
  }

  #profiles(refs: string, ids: string): Map<number, number[]> {
    return grouped(
      this.#cache.all<{ at: number; value: number }>(
        `SELECT e.key AS at, p.account_id AS value FROM json_each(?1) e CROSS JOIN json_each(?2) a
         CROSS JOIN profile_item p ON p.account_id = a.value AND p.type = e.value ->> 0 AND p.item_id = e.value ->> 1
         ORDER BY e.key, a.key`,
        ...[refs, ids],
      ),
    );
  }
}

function grouped<Value>(
  rows: readonly { readonly at: number; readonly value: Value }[],
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const { at, value } of rows) {
    const group = groups.get(at);
    if (group) group.push(value);
    else groups.set(at, [value]);
  }
  return groups;
}
