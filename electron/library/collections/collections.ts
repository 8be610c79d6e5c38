import type { Collection, CollectionsState } from '../../../shared/collections.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { StepName } from '../../../shared/undo.ts';
import type { ViewContent } from '../../../shared/views.ts';
import type { Changed, CollectionChanges } from './collection-changes.ts';
import { toName, toNote } from './collection-text.ts';
import type { CollectionRow } from './collection-tree.ts';
import { toJson } from './item-changes.ts';

type Look = Pick<Collection, 'name' | 'icon' | 'colour' | 'note'>;

/** A collection to be. */
export interface NewCollection extends Look, Pick<Collection, 'parentId' | 'view'> {
  readonly position: number | null;
  readonly items?: readonly ItemRef[];
}

/** What of a collection is to be otherwise. */
export interface CollectionEdit extends Partial<Look> {
  readonly id: number;
  readonly view?: ViewContent;
}

/** Local collections: nested, in the person's order, over all accounts. Every change is one step that can be undone. */
export class Collections {
  readonly #changes: CollectionChanges;

  constructor(changes: CollectionChanges) {
    this.#changes = changes;
  }

  state(): CollectionsState {
    return this.#changes.states.read(this.#changes.tree());
  }

  create({
    parentId,
    position,
    view,
    icon,
    colour,
    items = [],
    ...texts
  }: NewCollection): Changed<Collection> {
    if (view && items.length > 0) throw new AppError('collectionSmart', 'A smart collection fills itself');
    const name = toName(texts.name);
    const row = {
      parent_id: parentId,
      name,
      icon,
      colour,
      note: toNote(texts.note),
      view: view && JSON.stringify(view),
    };
    const made = this.#changes.make((tree, stepId) => {
      if (parentId !== null) tree.find(parentId);
      const id = this.#changes.addTo(tree, row, position);
      const count = items.length === 0 ? 0 : this.#changes.file(stepId, id, toJson(items), null);
      const step: StepName =
        count > 0
          ? { kind: 'createFilled', collection: name, count }
          : { kind: 'createCollection', collection: name };
      return { name: step, answer: id };
    });
    return { ...made, answer: this.#read(made.answer) };
  }

  edit({ id, ...wish }: CollectionEdit): Changed<Collection> {
    const { touched } = this.#changes.make((tree) => {
      const row = tree.find(id);
      const edited = editedRow(row, wish);
      tree.put(edited);
      return { name: nameOfEdit(row, edited), answer: null };
    });
    return { touched, answer: this.#read(id) };
  }

  /** `position` counts among the siblings on screen without itself; beyond the end is the end. */
  move(id: number, parentId: number | null, position: number): Changed<CollectionsState> {
    return this.#changes.makeInTree((tree) => {
      const { name: collection } = tree.find(id);
      const into = parentId === null ? null : tree.find(parentId).name;
      tree.place(id, parentId, position);
      return { kind: 'moveCollection', collection, into };
    });
  }

  /** What is in the trash already stays there: the wish is fulfilled. */
  trash(id: number): Changed<CollectionsState> {
    return this.#changes.makeInTree((tree) => {
      if (tree.get(id) && tree.isTrashed(id)) return null;
      const row = tree.find(id);
      // The last one stands first in the trash, even when the clock stood still since the one before, or was set back.
      const last = Math.max(0, ...tree.rows().map(({ trashed_at: at }) => at ?? 0));
      tree.put({ ...row, trashed_at: Math.max(this.#changes.now(), last + 1) });
      return { kind: 'trashCollection', collection: row.name };
    });
  }

  /** To where it was; to the end of the top when what it was in is not there. */
  restore(id: number): Changed<CollectionsState> {
    return this.#changes.makeInTree((tree) => {
      const row = tree.get(id);
      if (row?.trashed_at == null) {
        tree.find(id);
        return null;
      }
      const { parent_id: parentId } = row;
      tree.put({ ...row, trashed_at: null });
      const isOrphan = parentId !== null && (!tree.get(parentId) || tree.isTrashed(parentId));
      if (isOrphan) tree.place(id, null, null);
      return { kind: 'restoreCollection', collection: row.name };
    });
  }

  emptyTrash(): Changed<CollectionsState> {
    return this.#changes.makeInTree((tree, stepId) => {
      const gone = tree.rows().filter(({ id }) => tree.isTrashed(id));
      for (const { id } of gone) {
        tree.remove(id);
        this.#changes.items.empty(stepId, id);
      }
      return { kind: 'emptyTrash', count: gone.length };
    });
  }

  #read(id: number): Collection {
    return this.#changes.states.one(this.#changes.tree().find(id));
  }
}

function editedRow(row: CollectionRow, { view, ...look }: Omit<CollectionEdit, 'id'>): CollectionRow {
  if (view && row.view === null) throw new AppError('collectionNotSmart', `Collection ${row.id} has no view`);
  return {
    ...row,
    name: look.name === undefined ? row.name : toName(look.name),
    icon: look.icon === undefined ? row.icon : look.icon,
    colour: look.colour === undefined ? row.colour : look.colour,
    note: look.note === undefined ? row.note : toNote(look.note),
    view: view === undefined ? row.view : JSON.stringify(view),
  };
}

/** Null when nothing is otherwise than before. */
function nameOfEdit(before: CollectionRow, after: CollectionRow): StepName | null {
  const isSameBut = JSON.stringify({ ...before, name: '' }) === JSON.stringify({ ...after, name: '' });
  if (!isSameBut) return { kind: 'editCollection', collection: after.name };
  return before.name === after.name ? null : { kind: 'renameCollection', from: before.name, to: after.name };
}
