import type { ItemRef, ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import { fold } from '../../../shared/fold.ts';
import type { KeptChange } from './events.ts';
import type { ItemFact } from '../item-facts.ts';

interface FactRow {
  type: ItemType;
  id: number;
  name: string | null;
  asset_type: number | null;
  is_average: number | null;
  value: number | null;
}

/** What the cache knows of the items that changes mention, to be kept where it cannot be lost. */
export function readFacts(
  cache: Database,
  accountId: number,
  changes: readonly KeptChange[],
  known: {
    readonly names: ReadonlyMap<string, string>;
    readonly deleted: readonly ItemRef[];
    readonly at: number;
  },
): ItemFact[] {
  const deleted = new Set(known.deleted.map(keyOf));
  const categories = new Map(
    changes.flatMap(({ item, copies: [copy] }) =>
      copy ? [[keyOf(item), known.names.get(copy.category) ?? null]] : [],
    ),
  );
  const rows = cache.all<FactRow>(
    `WITH w AS MATERIALIZED (
       SELECT DISTINCT value ->> 'type' AS type, value ->> 'id' AS id FROM json_each(?1))
     SELECT w.type, w.id, i.name, i.asset_type, coalesce(n.is_average, b.is_average) AS is_average,
       coalesce(n.value, b.value) AS value
     FROM w LEFT JOIN item i ON i.type = w.type AND i.id = w.id
     LEFT JOIN price_now n ON n.type = w.type AND n.item_id = w.id
     LEFT JOIN baseline_price b ON b.account_id = ?2 AND b.type = w.type AND b.item_id = w.id`,
    JSON.stringify(changes.map(({ item }) => item)),
    accountId,
  );
  return rows.map(({ type, id, ...row }) => {
    const name = row.name ?? `#${id}`;
    return {
      type,
      id,
      name,
      folded: fold(name),
      assetType: row.asset_type,
      category: categories.get(keyOf({ type, id })) ?? null,
      isAverage: row.is_average === null ? null : row.is_average === 1,
      value: row.value,
      deletedAt: deleted.has(keyOf({ type, id })) ? known.at : null,
    };
  });
}

function keyOf({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
