import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Collection, CollectionsState, FiledItems } from '../../../shared/collections.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useUndoStore } from '../undo/undo.store.ts';
import { belowOf, pathOf, treeOf } from './collection-tree.ts';
import {
  wordArranged,
  wordEdit,
  wordFiled,
  wordProgress,
  wordRemoved,
  wordTransfer,
} from './collection-words.ts';

/** What a new collection is like. What is absent is as usual: at the end of the top level, empty, filled by hand. */
export type NewCollection = Pick<Collection, 'name'> &
  Partial<Pick<Collection, 'parentId' | 'icon' | 'colour' | 'note' | 'view'>> & {
    readonly position?: number;
    readonly items?: readonly ItemRef[];
  };

/** Items on their way from one collection to another. */
export interface MovingItems {
  readonly items: readonly ItemRef[];
  readonly isCopy: boolean;
  readonly position: number | null;
}

const nothing: CollectionsState = { collections: [], trash: [] };

/**
 * The local collections, and one action for each thing a person can do to them, behind drag, menu, keyboard and buttons
 * alike: it tells how it went, with an undo, and never throws.
 */
export const useCollectionStore = defineStore('collections', () => {
  const undo = useUndoStore();
  const state = shallowRef(nothing);
  const isLoaded = shallowRef(false);
  const error = shallowRef<AppError | null>(null);
  const collections = computed(() => state.value.collections);
  const trash = computed(() => state.value.trash);
  const byId = computed(() => new Map(collections.value.map((each) => [each.id, each])));
  const tree = computed(() => treeOf(collections.value));

  function take(now: CollectionsState): void {
    state.value = now;
    isLoaded.value = true;
    error.value = null;
  }

  /** Never throws: what went wrong is `error`. */
  async function load(): Promise<void> {
    try {
      take(await request('collections.list', {}));
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  function find(id: number): Collection | undefined {
    return byId.value.get(id);
  }

  /** In the person's order; of null those at the top. */
  function childrenOf(id: number | null): readonly Collection[] {
    return tree.value.get(id) ?? [];
  }

  function nameOf(id: number): string {
    return find(id)?.name ?? trash.value.find((each) => each.id === id)?.name ?? '';
  }

  async function create(wanted: NewCollection): Promise<Collection | null> {
    const { name, items = [] } = wanted;
    const { parentId = null, position = null, icon = null, colour = null, note = null, view = null } = wanted;
    const look = { name: name.trim(), icon, colour, note, view, parentId, position };
    const created = items.length > 0 ? await createFilled(look, items) : await createEmpty(look);
    // Whoever asked for it goes on with it: the event about it may come later.
    if (created && !find(created.id)) await load();
    return created;
  }

  function createEmpty(look: RequestInput<'collections.create'>): Promise<Collection | null> {
    return undo.carryOut(
      () => request('collections.create', look),
      ({ name }) => ({ tone: 'good', title: say('collections.created', { name }) }),
    );
  }

  async function createFilled(
    look: RequestInput<'collections.create'>,
    items: readonly ItemRef[],
  ): Promise<Collection | null> {
    let made: Collection | null = null;
    await undo.carryOutInParts({
      items,
      word: wordProgress('adding', items, look.name),
      async send(part, step) {
        const refs = part.map(refOf);
        if (made) {
          const input = { id: made.id, items: refs, position: null, ...goingOn(step) };
          return (await request('collections.add', input)).filed;
        }
        made = await request('collections.create', { ...look, items: refs });
        return made.count ?? 0;
      },
      join: (one, other) => one + other,
      tell: (count) => ({
        tone: 'good',
        title: say('collections.createdWith', { name: look.name, number: formatNumber(count) }, count),
      }),
    });
    return made;
  }

  async function edit(change: RequestInput<'collections.edit'>): Promise<Collection | null> {
    const before = find(change.id);
    const edited = await undo.carryOut(
      () => request('collections.edit', change),
      (now) => wordEdit(before, now),
    );
    if (edited) await load();
    return edited;
  }

  /** `position` counts from 0 among the siblings without itself. */
  function move(id: number, parentId: number | null, position: number): Promise<boolean> {
    const name = nameOf(id);
    const wasIn = find(id)?.parentId;
    return changeTree(
      () => request('collections.move', { id, parentId, position }),
      () => {
        if (wasIn === parentId) return say('collections.reordered', { name });
        if (parentId === null) return say('collections.movedToTop', { name });
        return say('collections.movedInto', { name, into: nameOf(parentId) });
      },
    );
  }

  /** With all that is below it. */
  function trashOne(id: number): Promise<boolean> {
    const name = nameOf(id);
    const below = belowOf(id, tree.value).length;
    return changeTree(
      () => request('collections.trash', { id }),
      () => say('collections.trashed', { name }),
      below > 0 ? [say('collections.trashedBelow', { number: formatNumber(below) }, below)] : [],
    );
  }

  function restore(id: number): Promise<boolean> {
    const name = nameOf(id);
    return changeTree(
      () => request('collections.restore', { id }),
      () => say('collections.restored', { name }),
    );
  }

  function emptyTrash(): Promise<boolean> {
    return changeTree(
      () => request('collections.emptyTrash', {}),
      () => say('collections.emptied'),
    );
  }

  async function changeTree(
    change: () => Promise<CollectionsState>,
    title: () => string,
    lines: readonly string[] = [],
  ): Promise<boolean> {
    const now = await undo.carryOut(change, () => ({ tone: 'neutral', title: title(), lines }));
    if (now) take(now);
    return now !== null;
  }

  /** `position` counts in the person's order; null is the end. */
  async function add(
    id: number,
    items: readonly ItemRef[],
    position: number | null = null,
  ): Promise<boolean> {
    if (items.length === 0) return false;
    // Each part stands behind those before.
    let at = position;
    const { outcome, isWhole } = await undo.carryOutInParts({
      items,
      word: wordProgress('adding', items, nameOf(id)),
      async send(part, step) {
        const input = { id, items: part.map(refOf), position: at, ...goingOn(step) };
        const made = await request('collections.add', input);
        at = at === null ? null : at + made.filed;
        return made;
      },
      join: joinFiled,
      tell: (filed) => wordFiled(filed, nameOf(id)),
    });
    return isWhole && outcome !== null;
  }

  async function remove(id: number, items: readonly ItemRef[]): Promise<boolean> {
    if (items.length === 0) return false;
    const { outcome, isWhole } = await undo.carryOutInParts({
      items,
      word: wordProgress('removing', items, nameOf(id)),
      send: (part, step) => request('collections.remove', { id, items: part.map(refOf), ...goingOn(step) }),
      join: (one, other) => one + other,
      tell: (count) => wordRemoved(count, nameOf(id)),
    });
    return isWhole && outcome !== null;
  }

  /** Files items of `from` in `to`; unless they are copied they leave `from`. A position of null is the end. */
  async function transfer(from: number, to: number, moving: MovingItems): Promise<boolean> {
    const { items, isCopy, position } = moving;
    if (items.length === 0 || from === to) return false;
    // Each part stands behind those before.
    let at = position;
    const { outcome, isWhole } = await undo.carryOutInParts({
      items,
      word: wordProgress(isCopy ? 'copying' : 'moving', items, nameOf(to)),
      async send(part, step) {
        const input = { from, to, items: part.map(refOf), isCopy, position: at, ...goingOn(step) };
        const made = await request('collections.transfer', input);
        at = at === null ? null : at + made.filed;
        return made;
      },
      join: joinFiled,
      tell: (filed) => wordTransfer(filed, nameOf(to), isCopy),
    });
    return isWhole && outcome !== null;
  }

  /** Puts items of a collection together, at a place that counts in the list without them. */
  async function arrange(id: number, items: readonly ItemRef[], position: number): Promise<boolean> {
    if (items.length === 0) return false;
    const refs = items.map(refOf);
    const arranged = await undo.carryOut(
      () => request('collections.arrange', { id, items: refs, position }),
      (count) => (count === 0 ? null : wordArranged(nameOf(id))),
    );
    return arranged !== null;
  }

  /** Makes an import that was looked at, as one step. */
  async function bringIn(wanted: RequestInput<'collections.import'>): Promise<boolean> {
    const outcome = await undo.carryOut(
      () => request('collections.import', wanted),
      ({ collections: count, items }) => ({
        tone: 'good',
        title: say('collections.imported', { number: formatNumber(count) }, count),
        lines: [say('collections.importedItems', { number: formatNumber(items) }, items)],
      }),
    );
    return outcome !== null;
  }

  listen('collections.changed', (changed) => take(changed.state));
  void load();

  return {
    ...{ collections, trash, isLoaded, error, load, find, childrenOf },
    pathOf: (collection: Collection) => pathOf(collection, find),
    belowOf: (id: number) => belowOf(id, tree.value),
    ...{ create, edit, move, trashOne, restore, emptyTrash, add, remove, transfer, arrange, bringIn },
  };
});

// The contract takes no more facts of an item than which one it is.
function refOf({ type, id }: ItemRef): ItemRef {
  return { type, id };
}

/** Makes a part of a change belong to the step of those before. */
function goingOn(step: number | undefined): { readonly step?: number } {
  return step === undefined ? {} : { step };
}

function joinFiled(one: FiledItems, other: FiledItems): FiledItems {
  return { filed: one.filed + other.filed, already: one.already + other.already };
}
