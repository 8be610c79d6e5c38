import { collectionLimits, type CollectionsState } from '../../../shared/collections.ts';
import { AppError } from '../../../shared/errors.ts';
import type { StepName } from '../../../shared/undo.ts';
import type { Database } from '../database.ts';
import type { UndoLog } from '../undo-log.ts';
import type { CollectionFacts } from './collection-facts.ts';
import { differencesOf, readTree } from './collection-rows.ts';
import { CollectionStates } from './collection-states.ts';
import type { CollectionSteps } from './collection-steps.ts';
import { CollectionTree, type CollectionRow } from './collection-tree.ts';
import { ItemChanges } from './item-changes.ts';

/** The answer to a wish, and of which collections the items changed; null when nothing changed at all. */
export interface Changed<Answer> {
  readonly answer: Answer;
  readonly touched: readonly number[] | null;
}

/** What a change is called, null where there is nothing to change. */
export interface Made<Answer> {
  readonly name: StepName | null;
  readonly answer: Answer;
}

export interface CollectionChangesOptions {
  readonly database: Database;
  readonly undo: UndoLog;
  readonly steps: CollectionSteps;
  readonly facts: CollectionFacts;
  readonly now: () => number;
}

/** Makes each change of collections one step and one transaction, whole or not at all. */
export class CollectionChanges {
  readonly database: Database;
  readonly items: ItemChanges;
  readonly states: CollectionStates;
  readonly now: () => number;
  readonly #undo: UndoLog;
  readonly #facts: CollectionFacts;

  constructor({ database, undo, steps, facts, now }: CollectionChangesOptions) {
    this.database = database;
    this.items = new ItemChanges(database);
    this.states = new CollectionStates(database, steps);
    this.now = now;
    this.#undo = undo;
    this.#facts = facts;
  }

  tree(): CollectionTree {
    return readTree(this.database);
  }

  /**
   * `act` changes the tree it is given, and writes down what becomes of items. With `into`, the last step, it is a part of that
   * one. Throws `collectionTooLarge`, `undoOvertaken`.
   */
  make<Answer>(
    act: (tree: CollectionTree, stepId: number) => Made<Answer>,
    into: number | null = null,
  ): Changed<Answer> {
    try {
      return this.database.transaction(() => this.#make(act, into));
    } catch (thrown) {
      // They were counted as they would have become.
      this.states.forgetCounts();
      throw thrown;
    }
  }

  /** A change of the tree alone: one that leaves all as it was is no step. */
  makeInTree(act: (tree: CollectionTree, stepId: number) => StepName | null): Changed<CollectionsState> {
    const { touched } = this.make((tree, stepId) => {
      const before = new CollectionTree(tree.rows());
      const name = act(tree, stepId);
      return { name: differencesOf(before, tree).length === 0 ? null : name, answer: null };
    });
    return { answer: this.states.read(this.tree()), touched };
  }

  /** One that is filled by hand. Throws `collectionUnknown`, `collectionSmart`. */
  byHand(tree: CollectionTree, id: number): CollectionRow {
    const row = tree.find(id);
    if (row.view !== null) throw new AppError('collectionSmart', `Collection ${id} fills itself`);
    return row;
  }

  /** Adds a collection at the end of its parent. Returns its number. Throws `collectionsTooMany`, `collectionTooDeep`. */
  addTo(
    tree: CollectionTree,
    row: Omit<CollectionRow, 'id' | 'position' | 'trashed_at'>,
    position: number | null,
  ): number {
    if (tree.size >= collectionLimits.collections)
      throw new AppError('collectionsTooMany', `At most ${collectionLimits.collections} collections`);
    const sql = "SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = 'collection'";
    const { last = 0 } = this.database.get<{ last: number }>(sql) ?? {};
    const id = Math.max(last, ...tree.rows().map((known) => known.id)) + 1;
    tree.put({ ...row, id, position: 0, trashed_at: null });
    tree.place(id, row.parent_id, position);
    return id;
  }

  /** Files items, JSON as `toJson` makes it, and keeps what is known of them. Returns how many were not in it before. */
  file(stepId: number, id: number, items: string, position: number | null): number {
    this.#facts.remember(items);
    return this.items.file(stepId, id, items, position, this.now());
  }

  #make<Answer>(
    act: (tree: CollectionTree, stepId: number) => Made<Answer>,
    into: number | null,
  ): Changed<Answer> {
    const before = this.tree();
    const tree = new CollectionTree(before.rows());
    const made: Made<Answer>[] = [];
    const prepare = (stepId: number) => {
      const { name, answer } = act(tree, stepId);
      made.push({ name, answer });
      return name && { name, change: JSON.stringify(differencesOf(before, tree)) };
    };
    const touched = this.#undo.carryOut('collections', prepare, into);
    for (const id of touched?.collections ?? [])
      if (this.states.count(id) > collectionLimits.items)
        throw new AppError(
          'collectionTooLarge',
          `More than ${collectionLimits.items} items in collection ${id}`,
        );
    const [{ answer }] = made as [Made<Answer>];
    return { answer, touched: touched?.collections ?? null };
  }
}
