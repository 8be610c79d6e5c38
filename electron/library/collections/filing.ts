import type { CollectionShare, FiledItems } from '../../../shared/collections.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { Changed, CollectionChanges } from './collection-changes.ts';
import { toJson } from './item-changes.ts';

/** Items on their way from one collection to another. */
export interface Moving {
  readonly items: readonly ItemRef[];
  /** Whether they stay where they were as well. */
  readonly isCopy: boolean;
  /** Among those of the other one, in the person's order; null is the end. */
  readonly position: number | null;
}

/**
 * Puts items into collections, takes them out, and puts them in order. Each is one step that can be undone, or a part of the
 * last step, `into`.
 */
export class Filing {
  readonly #changes: CollectionChanges;

  constructor(changes: CollectionChanges) {
    this.#changes = changes;
  }

  /** What is in it already stays where it is. `position` counts in the person's order, null is the end. */
  add(
    id: number,
    items: readonly ItemRef[],
    position: number | null,
    into: number | null = null,
  ): Changed<FiledItems> {
    return this.#changes.make((tree, stepId) => {
      const { name: collection } = this.#changes.byHand(tree, id);
      const count = this.#changes.file(stepId, id, toJson(items), position);
      const answer = { filed: count, already: countDifferent(items) - count };
      return { name: count === 0 ? null : { kind: 'addItems', count, collection }, answer };
    }, into);
  }

  /** Answers how many it had. */
  remove(id: number, items: readonly ItemRef[], into: number | null = null): Changed<number> {
    return this.#changes.make((tree, stepId) => {
      const { name: collection } = this.#changes.byHand(tree, id);
      const count = this.#changes.items.remove(stepId, id, toJson(items));
      return { name: count === 0 ? null : { kind: 'removeItems', count, collection }, answer: count };
    }, into);
  }

  /** Of the items, those that `from` has go to `to`. */
  transfer(
    from: number,
    to: number,
    { items, isCopy, position }: Moving,
    into: number | null = null,
  ): Changed<FiledItems> {
    return this.#changes.make((tree, stepId) => {
      const names = { from: this.#changes.byHand(tree, from).name, to: this.#changes.byHand(tree, to).name };
      const moving = this.#changes.items.within(from, toJson(items));
      const { length: all } = JSON.parse(moving) as readonly unknown[];
      if (from === to || all === 0) return { name: null, answer: { filed: 0, already: all } };
      const filed = this.#changes.file(stepId, to, moving, position);
      if (!isCopy) this.#changes.items.remove(stepId, from, moving);
      const count = isCopy ? filed : all;
      const kind = isCopy ? 'copyItems' : 'moveItems';
      return {
        name: count === 0 ? null : { kind, count, ...names },
        answer: { filed, already: all - filed },
      };
    }, into);
  }

  /**
   * Puts these items of it together, in this order; `position` counts in the list without them. Answers how many: none, and no
   * step, where they stand so already.
   */
  arrange(id: number, items: readonly ItemRef[], position: number): Changed<number> {
    return this.#changes.make((tree, stepId) => {
      const { name: collection } = this.#changes.byHand(tree, id);
      const count = this.#changes.items.arrange(stepId, id, toJson(items), position);
      return { name: count === 0 ? null : { kind: 'arrangeItems', count, collection }, answer: count };
    });
  }

  /** Which collections have some of these items, in no order. */
  of(items: readonly ItemRef[]): CollectionShare[] {
    const tree = this.#changes.tree();
    return this.#changes.database
      .all<{ id: number; items: number }>(
        `SELECT c.collection_id AS id, count(*) AS items
         FROM (SELECT DISTINCT value ->> 0 AS type, value ->> 1 AS id FROM json_each(?)) w
         CROSS JOIN collection_item c ON c.type = w.type AND c.item_id = w.id GROUP BY c.collection_id`,
        toJson(items),
      )
      .filter(({ id }) => tree.get(id) && !tree.isTrashed(id))
      .map(({ id, items: count }) => ({ id, items: count }));
  }
}

function countDifferent(items: readonly ItemRef[]): number {
  return new Set(items.map(({ type, id }) => `${type}/${id}`)).size;
}
