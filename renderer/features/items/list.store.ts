import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ItemSort } from '../../../shared/models.ts';

/** How lists of items are shown, the same in every category. */
export const useListStore = defineStore('list', () => {
  const sort = shallowRef<ItemSort>('newest');
  return { sort };
});
