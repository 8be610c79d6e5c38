import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Item } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import type { ItemSource } from '../carry/load.ts';
import type { ChoiceMode } from '../../ui/useGridKeys.ts';

/** The list a selection is made in. */
export interface SelectableList {
  readonly total: () => number;
  readonly itemAt: (index: number) => Item | undefined;
  /** Fetches what is not loaded yet of a stretch of the list. */
  readonly loadRange: (first: number, last: number) => Promise<void>;
}

/** The chosen items of the list on screen: what the menu, the keyboard, a drag and the buttons act on. */
export const useSelectionStore = defineStore('selection', () => {
  const chosen = shallowRef<ReadonlyMap<string, Item>>(new Map());
  /** The newest item chosen alone; the details follow it. */
  const latest = shallowRef<Item | null>(null);
  /** What they would be carried out of. */
  const from = shallowRef<ItemSource>({ kind: 'library' });
  const items = computed(() => [...chosen.value.values()]);
  let anchor = 0;
  /** Counts what ends a choice that waits for the rest of its range. */
  let edition = 0;

  async function choose(list: SelectableList, index: number, mode: ChoiceMode): Promise<void> {
    if (mode === 'range') return chooseRange(list, anchor, index);
    if (mode === 'all') return chooseRange(list, 0, list.total() - 1);
    const item = list.itemAt(index);
    if (!item) return;
    edition += 1;
    anchor = index;
    if (mode === 'single') chosen.value = new Map([[itemKey(item), item]]);
    else toggle(item);
    latest.value = item;
  }

  function toggle(item: Item): void {
    const next = new Map(chosen.value);
    if (!next.delete(itemKey(item))) next.set(itemKey(item), item);
    chosen.value = next;
  }

  async function chooseRange(list: SelectableList, from: number, to: number): Promise<void> {
    const first = Math.min(from, to);
    const last = Math.max(from, to);
    edition += 1;
    const own = edition;
    await list.loadRange(first, last);
    // Another list may be on screen by now, of another account even.
    if (own !== edition) return;
    const next = new Map<string, Item>();
    for (let index = first; index <= last; index += 1) {
      const item = list.itemAt(index);
      if (item) next.set(itemKey(item), item);
    }
    chosen.value = next;
  }

  function clear(): void {
    edition += 1;
    if (chosen.value.size > 0) chosen.value = new Map();
    latest.value = null;
    anchor = 0;
  }

  return { chosen, items, latest, from, choose, clear };
});
