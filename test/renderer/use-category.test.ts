// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCategory } from '../../renderer/features/items/useCategory.ts';
import { AppError } from '../../shared/errors.ts';
import type { Account } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleChoices, samplePage } from './samples.ts';

/** A category while Roblox has not answered yet, or once it has refused. */
async function open(facts: Partial<Account>, savedAt: number | null, refused?: AppError) {
  installBridge({
    'accounts.list': () => ({ accounts: [sampleAccount({ id: 7, ...facts })], scope: 7 }),
    'items.list': () => samplePage(0, 0, { savedAt }),
    'items.refresh': () => (refused ? Promise.reject(refused) : new Promise(() => undefined)),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const model = effectScope().run(() => useCategory(7, 'own/AssetType/8/', sampleChoices()));
  const before = model?.body.value;
  await flushPromises();
  return { before, after: model?.body.value, trouble: model?.trouble.value };
}

describe('a category that Roblox is asked about', () => {
  it('a hidden inventory loading anew with every switch to it', async () => {
    const hidden = await open({ kind: 'followed', visibility: 'hidden' }, null);
    expect(hidden.after).toMatchObject({ kind: 'error', error: { code: 'inventoryHidden' } });
  });

  it('an inventory called hidden before its library was read, or to its own account', async () => {
    expect((await open({ kind: 'followed', visibility: 'hidden' }, 1)).before?.kind).toBe('loading');
    expect((await open({ kind: 'followed', visibility: 'hidden' }, 1)).after?.kind).toBe('empty');
    expect((await open({ kind: 'signedIn', visibility: 'hidden' }, null)).after?.kind).toBe('loading');
  });
});

it('a hidden inventory said twice, or by nobody', async () => {
  const refused = new AppError('inventoryHidden', 'For the test');
  const facts = { kind: 'followed', visibility: 'hidden' } as const;
  expect((await open({ ...facts, refreshedAt: 1 }, 1, refused)).trouble).toBeNull();
  expect((await open({ ...facts, refreshedAt: null }, 1, refused)).trouble).toMatchObject({
    code: 'inventoryHidden',
  });
});

describe('a search in a category', () => {
  /** A category of one item called Crown, whose answers arrive when they are let go. */
  async function search() {
    const waiting: (() => void)[] = [];
    installBridge({
      'accounts.list': () => ({ accounts: [sampleAccount({ id: 7 })], scope: 7 }),
      'items.list': async ({ search: text, filter }) => {
        await new Promise<void>((answer) => waiting.push(answer));
        return 'crown'.includes(text) && filter.hold === undefined ? samplePage(0, 1) : samplePage(0, 0);
      },
      'items.refresh': () => new Promise(() => undefined),
    });
    setActivePinia(createPinia());
    await useAccountStore().load();
    const choices = sampleChoices();
    const model = effectScope().run(() => useCategory(7, 'own/AssetType/8/', choices));
    if (!model) throw new Error('The scope has ended');
    const answer = async () => {
      waiting.splice(0).forEach((each) => each());
      await flushPromises();
    };
    await answer();
    return { ...choices, body: model.body, shown: model.pages.shown, answer };
  }

  it('flickering to empty, or back to what was not found, while an answer is on its way', async () => {
    const { search: text, body, shown, answer } = await search();
    text.value = 'x';
    await flushPromises();
    expect(body.value.kind).toBe('items');
    await answer();
    expect(body.value.kind).toBe('no-results');
    text.value = '';
    await flushPromises();
    expect([body.value.kind, shown.value.search]).toEqual(['no-results', 'x']);
    await answer();
    expect([body.value.kind, shown.value.search]).toEqual(['items', '']);
  });

  it('a filter that nothing passes called an empty category', async () => {
    const { filter, body, answer } = await search();
    filter.value = { hold: 'onHold' };
    await flushPromises();
    await answer();
    expect(body.value.kind).toBe('no-results');
    filter.value = {};
    await flushPromises();
    await answer();
    expect(body.value.kind).toBe('items');
  });
});
