// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import { useSavedChoices } from '../../renderer/features/items/useSavedChoices.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useSavedViewStore } from '../../renderer/features/saved-views/saved-view.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { SavedView } from '../../shared/views.ts';
import { installBridge } from './fake-bridge.ts';

function sampleView(id: number, facts: Partial<SavedView> = {}): SavedView {
  return {
    id,
    name: `View ${id}`,
    scope: 7,
    category: 'own/AssetType/8/',
    search: '',
    sort: 'newest',
    owned: 'any',
    filter: { hold: 'onHold', isLimited: true },
    ...facts,
  };
}

/** The store over a main process that keeps views as the real one does. */
async function start(known: readonly SavedView[], refusal?: AppError) {
  let views = [...known];
  const bridge = installBridge({
    'savedViews.list': () => views,
    'savedViews.save': ({ id, ...view }) => {
      if (refusal) throw refusal;
      const saved = { ...view, id: id ?? 100 } as SavedView;
      views = id === undefined ? [...views, saved] : views.map((each) => (each.id === id ? saved : each));
      return saved;
    },
    'savedViews.move': ({ id, position }) => {
      const moved = views.filter((each) => each.id === id);
      views = views.filter((each) => each.id !== id);
      views.splice(position, 0, ...moved);
      return views;
    },
    'savedViews.remove': ({ id }) => (views = views.filter((each) => each.id !== id)),
  });
  setActivePinia(createPinia());
  const store = useSavedViewStore();
  await flushPromises();
  return { store, bridge };
}

function show(view: SavedView) {
  const shown = shallowRef(view);
  const scope = effectScope();
  const saved = scope.run(() => useSavedChoices(() => shown.value));
  if (!saved) throw new Error('The scope has ended');
  return { ...saved, shown, leave: () => scope.stop() };
}

describe('saved views', () => {
  it('a deleted one that its undo brings back elsewhere, or not as it was', async () => {
    const { store } = await start([1, 2, 3].map((id) => sampleView(id)));
    await store.remove(sampleView(2));
    expect(store.views.map(({ id }) => id)).toEqual([1, 3]);
    const notices = useNoticeStore();
    notices.act(notices.notices.at(-1)?.id ?? 0);
    await flushPromises();
    expect(store.views.map(({ name }) => name)).toEqual(['View 1', 'View 2', 'View 3']);
    expect(store.views[1]).toEqual({ ...sampleView(2), id: 100 });
    expect(notices.notices).toEqual([]);
  });

  it('a refused change that passes for done', async () => {
    const { store } = await start([sampleView(1)], new AppError('savedViewsFull', 'No more'));
    await expect(store.create('Another', sampleView(2))).rejects.toMatchObject({ code: 'savedViewsFull' });
    await store.update(sampleView(1), sampleView(2, { search: 'crown' }));
    expect(store.views).toEqual([sampleView(1)]);
    expect(useNoticeStore().notices.at(-1)?.tone).toBe('problem');
  });
});

describe('a saved view on screen', () => {
  it('called changed as it opens, whatever it shows', async () => {
    const views = [
      sampleView(1),
      sampleView(2, { search: 'crown', sort: 'relevance' }),
      sampleView(3, { search: 'crown', sort: 'oldest' }),
      sampleView(4, { scope: 'all', owned: { missingFrom: 8 }, filter: { price: { from: null, to: 5 } } }),
      sampleView(5, { filter: { isLimited: true, hold: 'onHold' }, sort: 'serial' }),
    ];
    await start(views);
    for (const view of views) expect(show(view).isChanged.value).toBe(false);
  });

  it('a change lost with its page, or kept after it was taken back', async () => {
    const { store } = await start([sampleView(1)]);
    const first = show(sampleView(1));
    first.choices.filter.value = {};
    await flushPromises();
    expect([...store.changedIds]).toEqual([1]);
    first.leave();
    const second = show(sampleView(1));
    expect(second.isChanged.value).toBe(true);
    expect(second.choices.filter.value).toEqual({});
    second.discard();
    await flushPromises();
    expect(second.isChanged.value).toBe(false);
    expect([...store.changedIds]).toEqual([]);
  });

  it('saved changes still called unsaved', async () => {
    const { store } = await start([sampleView(1)]);
    const page = show(sampleView(1));
    page.choices.search.value = 'crown';
    await flushPromises();
    await page.keep();
    page.shown.value = store.find(1) ?? page.shown.value;
    await flushPromises();
    expect(store.find(1)).toMatchObject({ search: 'crown', sort: 'relevance', name: 'View 1' });
    expect(page.isChanged.value).toBe(false);
    expect([...store.changedIds]).toEqual([]);
  });
});
