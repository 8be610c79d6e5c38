// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { useCollectionDialogStore } from '../../renderer/features/collections/collection-dialog.store.ts';
import { useSettingsStore } from '../../renderer/features/settings/settings.store.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { installBridge } from './fake-bridge.ts';

it('the collections picked last forgotten with the window, or more of them than anybody looks through', async () => {
  let kept: Settings = { ...defaultSettings, recentCollections: [3, 1] };
  installBridge({
    'settings.read': () => kept,
    'settings.change': (change) => (kept = { ...kept, ...(change as Partial<Settings>) }),
  });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  const dialogs = useCollectionDialogStore();
  expect(dialogs.recent).toEqual([3, 1]);
  for (const id of [2, 1, 4, 5, 6]) dialogs.notePicked(id);
  expect(dialogs.recent).toEqual([6, 5, 4, 1, 2]);
  await flushPromises();
  expect(kept.recentCollections).toEqual([6, 5, 4, 1, 2]);
});
