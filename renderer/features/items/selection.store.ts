import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import { toAppError } from '../../../shared/errors.ts';
import type { ListSource } from '../../../shared/exports.ts';
import type { Item } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import type { ItemSource } from '../carry/load.ts';
import type { ChoiceMode } from '../../ui/useGridKeys.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useReadItems, type ReadableList, type Stretch } from './useReadItems.ts';

/** A list as it can be written to a file. */
export interface ExportableList {
  readonly list: ListSource;
  readonly title: string;
  /** Its rows; null where that is not known before they are read. */
  readonly total: () => number | null;
}

/** The list a selection is made in. */
export interface SelectableList extends ReadableList {
  readonly total: () => number;
  /** Whose items they are, where that need not be who is on screen: a smart collection is of one account, whoever looks. */
  readonly scope?: Scope;
  readonly exported?: ExportableList;
  /** What of the list is shown, for a view that is come back to. */
  readonly choices?: () => unknown;
}

/** The chosen items of the list on screen: what the menu, the keyboard, a drag and the buttons act on. */
export const useSelectionStore = defineStore('selection', () => {
  const notices = useNoticeStore();
  const readItems = useReadItems();
  const chosen = shallowRef<ReadonlyMap<string, Item>>(new Map());
  /** The newest item chosen alone; the details follow it. */
  const latest = shallowRef<Item | null>(null);
  /** What they would be carried out of. */
  const from = shallowRef<ItemSource>({ kind: 'library' });
  /** The list on screen; null where there is none to choose from. */
  const list = shallowRef<(() => SelectableList) | null>(null);
  /** What it is called. */
  const title = shallowRef<() => string>(() => '');
  const items = computed(() => [...chosen.value.values()]);
  /** The place of the item chosen last. */
  const anchor = shallowRef(0);
  /** Counts what ends a choice that waits for the rest of its range. */
  let edition = 0;

  async function choose(source: SelectableList, index: number, mode: ChoiceMode): Promise<void> {
    if (mode === 'range') return chooseRange(source, between(anchor.value, index));
    if (mode === 'all') return chooseRange(source, allOf(source));
    const item = source.itemAt(index);
    if (!item) return;
    edition += 1;
    anchor.value = index;
    if (mode === 'single') chosen.value = new Map([[itemKey(item), item]]);
    else toggle(item);
    latest.value = item;
  }

  async function selectAll(): Promise<void> {
    const source = list.value?.();
    if (source) await chooseRange(source, allOf(source));
  }

  /** Chooses what is not chosen, of all the list on screen has. */
  async function invert(): Promise<void> {
    const source = list.value?.();
    const before = chosen.value;
    if (source) await chooseRange(source, allOf(source), (key) => !before.has(key));
  }

  function toggle(item: Item): void {
    const next = new Map(chosen.value);
    if (!next.delete(itemKey(item))) next.set(itemKey(item), item);
    chosen.value = next;
  }

  async function chooseRange(
    source: SelectableList,
    stretch: Stretch,
    isWanted: (key: string) => boolean = () => true,
  ): Promise<void> {
    edition += 1;
    const own = edition;
    try {
      const reading = { words: 'work.selecting', isWanted: () => own === edition } as const;
      const found = await readItems(source, stretch, reading);
      // Another list may be on screen by now, of another account even.
      if (!found || own !== edition) return;
      chosen.value = new Map(
        found.flatMap((item) => {
          const key = itemKey(item);
          return isWanted(key) ? [[key, item] as const] : [];
        }),
      );
    } catch (thrown) {
      if (own === edition) notices.showError(toAppError(thrown));
    }
  }

  function clear(): void {
    edition += 1;
    if (chosen.value.size > 0) chosen.value = new Map();
    latest.value = null;
    anchor.value = 0;
  }

  return { chosen, items, latest, from, list, title, anchor, choose, selectAll, invert, clear };
});

function between(one: number, other: number): Stretch {
  const last = Math.max(one, other);
  return { first: Math.min(one, other), last: () => last };
}

function allOf(source: SelectableList): Stretch {
  return { first: 0, last: () => source.total() - 1 };
}
