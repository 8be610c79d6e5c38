import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { useMenuCommand } from '../../useMenuCommand.ts';

/** Whether the command palette is open, and what it begins with. */
export const usePaletteStore = defineStore('palette', () => {
  const isOpen = shallowRef(false);
  const text = shallowRef('');

  function openWith(typed: string): void {
    text.value = typed;
    isOpen.value = true;
  }

  useMenuCommand('openPalette', () => {
    if (isOpen.value) isOpen.value = false;
    else openWith('');
  });
  return { isOpen, text, openWith };
});
