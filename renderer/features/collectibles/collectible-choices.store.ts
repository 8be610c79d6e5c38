import { defineStore } from 'pinia';
import { reactive, shallowRef, toRefs } from 'vue';
import type { CollectibleSort, MoverOrder } from '../../../shared/collectibles.ts';
import type { ItemListLook } from '../../ui/item-list.ts';
import type { HistoryRange } from '../../../shared/collectible-lines.ts';
import type { MoverPreset } from './mover-days.ts';

export const collectibleTabs = ['copies', 'items', 'history', 'movers'] as const;
export type CollectibleTab = (typeof collectibleTabs)[number];

/** How collectibles are looked at, for as long as Satchel runs: whoever comes back finds them so. */
export const useCollectibleChoicesStore = defineStore('collectibleChoices', () => {
  const tab = shallowRef<CollectibleTab>('copies');
  const look = shallowRef<ItemListLook>('table');
  const sorts = reactive<Record<'copies' | 'items', CollectibleSort>>({
    copies: 'valueDescending',
    items: 'totalDescending',
  });
  const history = reactive<{
    range: HistoryRange;
    lines: 'together' | 'byAccount';
    shape: 'chart' | 'table';
  }>({ range: 'quarter', lines: 'together', shape: 'chart' });
  const movers = reactive<{ preset: MoverPreset; from: string; to: string; order: MoverOrder }>({
    ...{ preset: 'month', from: '', to: '', order: 'robux' },
  });

  return { tab, look, sorts, ...toRefs(reactive({ history, movers })) };
});
