import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { SavedView, ViewContent } from '../../../shared/views.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** What the name in the dialog is for: a new view of what is shown, or another name of a known one. */
export type Naming =
  | { readonly kind: 'new'; readonly name: string; readonly content: ViewContent }
  | { readonly kind: 'rename'; readonly view: SavedView };

/** The views a person named, what is on screen to be kept as one, and changes of them that are not kept yet. */
export const useSavedViewStore = defineStore('savedViews', () => {
  const notices = useNoticeStore();
  const views = shallowRef<readonly SavedView[]>([]);
  const isLoaded = shallowRef(false);
  const naming = shallowRef<Naming | null>(null);
  /** The list on screen; null where there is none. */
  const shown = shallowRef<ViewContent | null>(null);
  const drafts = shallowReactive(new Map<number, ViewContent>());
  const changedIds = computed(() => new Set(views.value.map(({ id }) => id).filter((id) => drafts.has(id))));

  function take(list: readonly SavedView[]): void {
    views.value = list;
    isLoaded.value = true;
    for (const [id, draft] of drafts) {
      const view = find(id);
      if (!view || isSameContent(view, draft)) drafts.delete(id);
    }
  }

  function find(id: number): SavedView | undefined {
    return views.value.find((view) => view.id === id);
  }

  async function load(): Promise<void> {
    await report(async () => take(await request('savedViews.list', {})));
    // Whatever happened, nothing more is to come by itself.
    isLoaded.value = true;
  }

  /** Throws the AppError, so that the dialog can show it beside the name. */
  async function create(name: string, content: ViewContent): Promise<SavedView> {
    const view = await request('savedViews.save', { name, ...content });
    await load();
    return view;
  }

  /** Throws the AppError. */
  async function rename(view: SavedView, name: string): Promise<void> {
    await request('savedViews.save', { ...view, name });
    await load();
  }

  /** Makes a view show something else from now on. */
  async function update(view: SavedView, content: ViewContent): Promise<void> {
    await report(async () => {
      await request('savedViews.save', { id: view.id, name: view.name, ...content });
      drafts.delete(view.id);
      await load();
      notices.show('good', say('savedViews.updated', { name: view.name }));
    });
  }

  async function move(id: number, position: number): Promise<void> {
    await report(async () => take(await request('savedViews.move', { id, position })));
  }

  /** Removes a view; for a while its message brings it back. */
  async function remove(view: SavedView): Promise<void> {
    const position = views.value.findIndex(({ id }) => id === view.id);
    await report(async () => {
      take(await request('savedViews.remove', { id: view.id }));
      notices.show('neutral', say('savedViews.removed', { name: view.name }), [], {
        label: say('savedViews.undo'),
        carryOut: () => void report(() => restore(view, position)),
      });
    });
  }

  async function restore(view: SavedView, position: number): Promise<void> {
    const { id } = await request('savedViews.save', { name: view.name, ...contentOf(view) });
    take(await request('savedViews.move', { id, position: Math.max(0, position) }));
  }

  /** Keeps what a view was changed to for as long as Satchel runs; what it shows anyway is no change. */
  function keepDraft(view: SavedView, content: ViewContent): void {
    if (isSameContent(view, content)) drafts.delete(view.id);
    else drafts.set(view.id, content);
  }

  async function report(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  listen('savedViews.changed', take);
  void load();

  return {
    ...{ views, isLoaded, naming, shown, drafts, changedIds, find, load, create },
    ...{ rename, update, move, remove, keepDraft },
  };
});

/** Whether two views show the same, by what they say. */
export function isSameContent(one: ViewContent, other: ViewContent): boolean {
  return contentKey(one) === contentKey(other);
}

/** What a saved view shows, without what it is called. */
export function contentOf({ scope, category, search, sort, owned, filter }: SavedView): ViewContent {
  return { scope, category, search, sort, owned, filter };
}

function contentKey({ scope, category, search, sort, owned, filter }: ViewContent): string {
  const parts = Object.entries(filter).sort(([first], [second]) => (first < second ? -1 : 1));
  return JSON.stringify([scope, category, search.trim(), sort, owned, parts]);
}
