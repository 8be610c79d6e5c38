import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { allItemsKey } from '../../../shared/category-keys.ts';
import type { Item } from '../../../shared/items.ts';
import { request } from '../../ipc.ts';
import { itemKey, itemThumbnail } from '../../item-key.ts';
import { itemGlyph } from '../../ui/item-glyph.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useDetailsStore } from '../items/details.store.ts';
import { useTrailStore } from '../items/trail.store.ts';
import { itemKindName } from '../items/item-words.ts';
import type { PaletteLine } from './palette-line.ts';

const pauseMs = 60;
const most = 8;

/** The best items of the scope on screen for what is typed, from the cache; none while nothing is. */
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
    const page = await request('items.list', { ...list, filter: {}, page: 0 }).catch(() => null);
    if (own === round) lines.value = page?.items.slice(0, most).map(toLine) ?? [];
  }

  function toLine(item: Item): PaletteLine {
    return {
      ...{ key: itemKey(item), group: 'items', label: item.name, hint: itemKindName(item) },
      ...{ icon: itemGlyph(item.type, item.assetType), picture: itemThumbnail(item, 150) },
      carryOut: () => void details.open(item),
      carryOutWhole: () => void trail.open(item),
    };
  }

  watch(text, (search) => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(search.trim()), pauseMs);
  });
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
  });
  return lines;
}
