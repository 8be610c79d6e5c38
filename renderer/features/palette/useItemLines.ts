import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { allItemsKey } from '../../../shared/category-keys.ts';
import type { Item } from '../../../shared/items.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import { itemKey, itemThumbnail } from '../../item-key.ts';
import { itemGlyph } from '../../ui/item-glyph.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { nameOrNumber } from '../items/contents-words.ts';
import { useDetailsStore } from '../items/details.store.ts';
import { itemKindName } from '../items/item-words.ts';
import { useTrailStore } from '../items/trail.store.ts';
import { itemsById } from './items-by-id.ts';
import type { PaletteLine } from './palette-line.ts';

const pauseMs = 60;
const most = 8;

/**
 * The best items of the scope on screen for what is typed, from the cache; none while nothing is. An id or an address finds its
 * item too, whoever has it, or nobody.
 */
export function useItemLines(text: Readonly<Ref<string>>): Readonly<Ref<readonly PaletteLine[]>> {
  const accounts = useAccountStore();
  const details = useDetailsStore();
  const trail = useTrailStore();
  const lines = shallowRef<readonly PaletteLine[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function find(search: string): Promise<void> {
    const { scope } = accounts;
    const own = ++round;
    if (scope === null || search === '') {
      lines.value = [];
      return;
    }
    const list = { scope, category: allItemsKey, search, sort: 'relevance', owned: 'any' } as const;
    // What cannot be had is not offered: the palette has other lines.
    const [page, byId] = await Promise.all([
      request('items.list', { ...list, filter: {}, page: 0 }).catch(() => null),
      itemsById(search),
    ]);
    if (own !== round) return;
    const byName = page?.items.slice(0, most).map(toLine) ?? [];
    const known = byId
      .filter(({ isKnown }) => isKnown)
      .map(({ item }) => toPageLine(item, itemKindName(item)));
    const unknown = byId.filter(({ isKnown }) => !isKnown);
    // One nobody knows may be a number in a name: that comes first.
    lines.value = [
      ...known,
      ...byName.filter(({ key }) => !known.some((line) => line.key === key)),
      ...unknown.map(({ item }) => toPageLine(item, say('palette.unknownItem'))),
    ];
  }

  function toLine(item: Item): PaletteLine {
    const page = toPageLine(item, itemKindName(item));
    return { ...page, carryOut: () => void details.open(item), carryOutWhole: page.carryOut };
  }

  /** Whoever has it: its page tells. */
  function toPageLine(item: Item, hint: string): PaletteLine {
    return {
      ...{ key: itemKey(item), group: 'items', label: nameOrNumber(item), hint },
      ...{ icon: itemGlyph(item.type, item.assetType), picture: itemThumbnail(item, 150) },
      carryOut: () => void trail.open(item),
    };
  }

  watch(
    text,
    (search) => {
      clearTimeout(timer);
      timer = setTimeout(() => void find(search.trim()), pauseMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
  });
  return lines;
}
