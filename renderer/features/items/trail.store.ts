import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Router } from 'vue-router';
import type { Item, ItemRef } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { usePlaceStore } from '../accounts/place.store.ts';
import { useDetailsStore } from './details.store.ts';
import { itemPath } from './item-path.ts';
import { useSelectionStore, type SelectableList } from './selection.store.ts';

/** Where an item's page was opened from, and how to be there again. */
export interface Origin {
  readonly path: string;
  readonly title: string;
  /** Pixels. */
  readonly scrollTop: number;
  /** null for what has no order to go through. */
  readonly list: SelectableList | null;
  /** What of the list was shown, as the list itself says it. */
  readonly choices: unknown;
  /** What had the focus, where that marks itself. */
  readonly mark: string | null;
}

/** The way from a list to the pages of its items, through them, and back to its place. */
export const useTrailStore = defineStore('trail', () => {
  const accounts = useAccountStore();
  const places = usePlaceStore();
  const selection = useSelectionStore();
  const details = useDetailsStore();
  const origin = shallowRef<Origin | null>(null);
  /** Of the item on screen in that list. */
  const index = shallowRef(-1);
  const shownKey = shallowRef<string | null>(null);
  /** Whether the list on its way to the screen is to be as it was. */
  const isReturning = shallowRef(false);
  let steps = 0;
  let router: Router | null = null;

  /** null where the item on screen was not opened from a list, or from within another item's page. */
  const place = computed(() => {
    const { list } = origin.value ?? {};
    if (!list || index.value < 0 || shownKey.value === null) return null;
    const item = list.itemAt(index.value);
    if (!item || itemKey(item) !== shownKey.value) return null;
    return { index: index.value, total: list.total() };
  });

  /** The way through the window, which the window itself gives. */
  function go(by: Router): void {
    router = by;
  }

  /** Opens an item's page. Of the list on screen it is a place to go on from. */
  async function open(item: ItemRef): Promise<void> {
    const from = router?.currentRoute.value;
    if (from && from.name !== 'item') begin(item, from.fullPath);
    // The panel is a quick look at what now has a view to itself.
    details.close();
    await router?.push(itemPath(item));
  }

  function begin(item: ItemRef, path: string): void {
    const { scope } = accounts;
    const known = scope === null ? null : places.known(scope);
    isReturning.value = false;
    const list = selection.list?.() ?? null;
    index.value = list ? placeOf(list, item) : -1;
    origin.value = {
      ...{ path, title: selection.title(), list: index.value < 0 ? null : list },
      scrollTop: known?.path === path ? known.scrollTop : 0,
      choices: list?.choices?.() ?? null,
      mark: document.activeElement?.getAttribute('data-mark') ?? null,
    };
  }

  /** Most often it is the one that was chosen last. */
  function placeOf(list: SelectableList, item: ItemRef): number {
    const key = itemKey(item);
    const isAt = (at: number) => {
      const found = list.itemAt(at);
      return found !== undefined && itemKey(found) === key;
    };
    if (isAt(selection.anchor)) return selection.anchor;
    for (let at = 0; at < list.total(); at += 1) if (isAt(at)) return at;
    return -1;
  }

  /** The page tells which item it shows. */
  function show(item: ItemRef | undefined): void {
    shownKey.value = item ? itemKey(item) : null;
  }

  /** Goes on to the item before or after. Rejects as the list does. */
  async function step(by: 1 | -1): Promise<void> {
    const { list } = origin.value ?? {};
    if (!list || !place.value) return;
    const own = ++steps;
    let wanted = place.value.index;
    let item: Item | undefined;
    // Copies of one item stand beside each other, and have one page.
    do {
      wanted += by;
      if (wanted < 0 || wanted >= list.total()) return;
      await list.loadRange(wanted, wanted);
      item = list.itemAt(wanted);
      if (!item || own !== steps) return;
    } while (itemKey(item) === shownKey.value);
    index.value = wanted;
    // In the place of the one before: going back leads to the list.
    await router?.replace(itemPath(item));
  }

  /** To where the page was opened from; to all items when that is not known any more. */
  async function back(otherwise: string): Promise<void> {
    const state = window.history.state as { readonly back?: unknown } | null;
    if (typeof state?.back === 'string') {
      router?.back();
      return;
    }
    if (origin.value) isReturning.value = true;
    await router?.push(origin.value?.path ?? otherwise);
  }

  /** The page is left. Only a way back leads to the place that was left. */
  function leave(path: string, isBack: boolean): void {
    isReturning.value = (isBack || isReturning.value) && path === origin.value?.path;
  }

  /** What of a list was shown when the page of one of its items was opened, for the view that is come back to. */
  function returningTo(): Origin | null {
    if (!isReturning.value || !origin.value) return null;
    return origin.value.path === router?.currentRoute.value.fullPath ? origin.value : null;
  }

  /** The list is as it was: it is left to the person again. */
  function arrive(): void {
    isReturning.value = false;
  }

  return { origin, index, place, isReturning, go, open, show, step, back, leave, returningTo, arrive };
});
