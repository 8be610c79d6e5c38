import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { ItemRef } from '../../../shared/items.ts';
import { mostRecentCollections } from '../../../shared/settings.ts';
import type { ViewContent } from '../../../shared/views.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useSettingsStore } from '../settings/settings.store.ts';

/** The one dialog about collections that is open. */
export type CollectionDialog =
  /** With a view it is a smart one. */
  | {
      readonly kind: 'new';
      readonly parentId: number | null;
      readonly view: ViewContent | null;
      readonly name: string;
    }
  | { readonly kind: 'edit'; readonly id: number }
  | { readonly kind: 'pick'; readonly items: readonly ItemRef[] }
  | { readonly kind: 'emptyTrash' }
  | { readonly kind: 'import'; readonly parentId: number | null };

/** Which dialog about collections is open, and which collections were picked last. */
export const useCollectionDialogStore = defineStore('collectionDialogs', () => {
  const settings = useSettingsStore();
  const open = shallowRef<CollectionDialog | null>(null);
  /** Ids, the last one first. */
  const recent = computed(() => settings.settings?.recentCollections ?? []);
  /** Changes with each dialog: the next one of a kind begins anew. */
  const edition = shallowRef(0);

  function show(dialog: CollectionDialog): void {
    edition.value += 1;
    open.value = dialog;
  }

  function close(): void {
    open.value = null;
  }

  /** Closes that dialog, unless another one was opened meanwhile. */
  function closeOne(own: number): void {
    if (own === edition.value) close();
  }

  function create(parentId: number | null = null): void {
    show({ kind: 'new', parentId, view: null, name: '' });
  }

  function notePicked(id: number): void {
    const recentCollections = [id, ...recent.value.filter((each) => each !== id)];
    void settings.change({ recentCollections: recentCollections.slice(0, mostRecentCollections) });
  }

  useMenuCommand('newCollection', () => create());

  return { open, edition, recent, show, close, closeOne, create, notePicked };
});
