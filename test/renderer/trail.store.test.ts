// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { usePlaceStore } from '../../renderer/features/accounts/place.store.ts';
import { itemAt, itemPathPattern } from '../../renderer/features/items/item-path.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useTrailStore } from '../../renderer/features/items/trail.store.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

const hats = '/category/hats';

async function start(total = 5) {
  installBridge({
    'accounts.list': () => ({ accounts: [sampleAccount()], scope: 7 }),
    'accounts.rememberPlace': () => null,
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const component = { template: '' };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/category/:key', component },
      { path: itemPathPattern, name: 'item', component },
    ],
  });
  await router.push(hats);
  usePlaceStore().remember(7, { path: hats, scrollTop: 640 });
  const selection = useSelectionStore();
  const loaded = new Set([0, 1, 2]);
  const list = {
    total: () => total,
    itemAt: (index: number) => (loaded.has(index) ? sampleItem(index + 1) : undefined),
    loadRange: (first: number) => Promise.resolve(void loaded.add(first)),
    choices: () => ({ search: 'hat' }),
  };
  selection.list = () => list;
  selection.title = () => 'Hats';
  const trail = useTrailStore();
  trail.go(router);
  router.afterEach(({ params }) => trail.show(itemAt(params['type'], params['id'])));
  return { router, selection, trail, path: () => router.currentRoute.value.path };
}

describe('from a list to the pages of its items', () => {
  it('items left out, gone through beyond the ends, or a page not loaded yet not waited for', async () => {
    const { trail, path } = await start();
    await trail.open(sampleItem(2));
    expect(trail.place).toEqual({ index: 1, total: 5 });
    const seen: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await trail.step(1);
      seen.push(path());
    }
    expect(seen).toEqual([3, 4, 5, 5, 5].map((id) => `/item/Asset/${id}`));
    for (let step = 0; step < 6; step += 1) await trail.step(-1);
    expect(path()).toBe('/item/Asset/1');
  });

  it('the page of one item again for each of its copies', async () => {
    const { trail, selection, path } = await start();
    const ids = [1, 2, 2, 2, 3];
    const before = selection.list?.();
    if (!before) throw new Error('There is no list');
    selection.list = () => ({ ...before, itemAt: (index: number) => sampleItem(ids[index] ?? 0) });
    await trail.open(sampleItem(1));
    await trail.step(1);
    await trail.step(1);
    expect(path()).toBe('/item/Asset/3');
    await trail.step(-1);
    expect(path()).toBe('/item/Asset/2');
    await trail.step(-1);
    expect(path()).toBe('/item/Asset/1');
    await trail.step(-1);
    expect(path()).toBe('/item/Asset/1');
  });

  it('the way back leading through every item, or to another place of the list', async () => {
    const { router, trail, path } = await start();
    await trail.open(sampleItem(2));
    await trail.step(1);
    await trail.step(1);
    router.back();
    await flushPromises();
    expect(path()).toBe(hats);
    trail.leave(hats, true);
    expect(trail.returningTo()).toMatchObject({ scrollTop: 640, title: 'Hats', choices: { search: 'hat' } });
    expect(trail.index).toBe(3);
    trail.arrive();
    expect(trail.returningTo()).toBeNull();
  });

  it('a list that is gone to anew brought back to where it was', async () => {
    const { router, trail } = await start();
    await trail.open(sampleItem(2));
    await router.push(hats);
    trail.leave(hats, false);
    expect(trail.returningTo()).toBeNull();
  });

  it('what an item contains gone through as if it stood in the list, or the list forgotten over it', async () => {
    const { router, trail, path } = await start();
    await trail.open(sampleItem(2));
    await trail.open(sampleItem(99));
    expect(trail.place).toBeNull();
    await trail.step(1);
    expect(path()).toBe('/item/Asset/99');
    router.back();
    await flushPromises();
    expect(trail.place).toEqual({ index: 1, total: 5 });
  });

  it('an item from elsewhere, as from the palette, taken for one of the list on screen', async () => {
    const { trail } = await start();
    await trail.open(sampleItem(77));
    expect(trail.place).toBeNull();
    expect(trail.origin?.path).toBe(hats);
  });

  it.each([
    ['Hat', '1'],
    ['Asset', '0'],
    ['Asset', '-1'],
    ['Asset', '9007199254740993'],
    ['Asset', '1e3'],
    ['constructor', '5'],
  ])('an address that names no item taken for one: %s %s', (type, id) => {
    expect(itemAt(type, id)).toBeUndefined();
    expect(itemAt('Bundle', '5')).toEqual({ type: 'Bundle', id: 5 });
  });
});
