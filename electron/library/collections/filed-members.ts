import type { Database } from '../database.ts';
import type { ItemBlocks } from '../item-blocks.ts';
import type { OrderedView } from '../ordered-view.ts';
import type { Sliced } from '../slices.ts';
import { readTree } from './collection-rows.ts';
import type { CollectionSteps } from './collection-steps.ts';

interface FiledRow {
  type: string;
  item_id: number;
}

const itemsPerStep = 2000;

/** Which items the collections hold that a view asks for, by number: of any collection for what is unfiled. */
export class FiledMembers {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #blocks: ItemBlocks;
  readonly #steps: CollectionSteps;
  #known: { readonly edition: string; readonly numbers: ReadonlySet<number> } | undefined;

  constructor(cache: Database, keep: Database, blocks: ItemBlocks, steps: CollectionSteps) {
    this.#cache = cache;
    this.#keep = keep;
    this.#blocks = blocks;
    this.#steps = steps;
  }

  /** Changes whenever what `read` would answer does; empty for a view that does not ask. */
  edition(view: OrderedView): string {
    // What is filed may be unknown to the cache until a list shows it.
    return isAsked(view) ? `${this.#steps.revision} ${this.#blocks.version}` : '';
  }

  /** Numbers of items. Empty for a view that does not ask. */
  *read(view: OrderedView): Sliced<ReadonlySet<number>> {
    if (!isAsked(view)) return new Set();
    const { collections = [] } = view.filter;
    const edition = `${this.edition(view)} ${view.filter.filed} ${collections.join()}`;
    if (this.#known?.edition === edition) return this.#known.numbers;
    // Nothing unfiled is in a collection: with both, no item passes whatever is in here.
    const wanted = view.filter.filed === 'unfiled' ? null : new Set(collections);
    const numbers = new Set<number>();
    for (const { id } of readTree(this.#keep).active())
      if (!wanted || wanted.has(id)) yield* this.#addOf(id, numbers);
    this.#known = { edition, numbers };
    return numbers;
  }

  *#addOf(collectionId: number, numbers: Set<number>): Sliced<void> {
    for (let last: FiledRow | undefined = { type: '', item_id: 0 }; last;) {
      const rows: FiledRow[] = this.#keep.all<FiledRow>(
        `SELECT type, item_id FROM collection_item WHERE collection_id = ? AND (type, item_id) > (?, ?)
         ORDER BY type, item_id LIMIT ${itemsPerStep}`,
        collectionId,
        last.type,
        last.item_id,
      );
      const found = this.#cache.get<{ numbers: string }>(
        `SELECT json_group_array(i.number) AS numbers FROM json_each(?) w
         CROSS JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1`,
        JSON.stringify(rows.map(({ type, item_id: id }) => [type, id])),
      );
      for (const number of JSON.parse(found?.numbers ?? '[]') as number[]) numbers.add(number);
      last = rows.length < itemsPerStep ? undefined : rows.at(-1);
      yield;
    }
  }
}

function isAsked({ filter }: OrderedView): boolean {
  return filter.filed === 'unfiled' || (filter.collections ?? []).length > 0;
}
