import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { useMenuCommand } from '../../useMenuCommand.ts';

/** Whether the command palette is open. */
export const usePaletteStore = defineStore('palette', () => {
  const isOpen = shallowRef(false);
  useMenuCommand('openPalette', () => (isOpen.value = !isOpen.value));
  return { isOpen };
});
