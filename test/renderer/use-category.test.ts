// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCategory } from '../../renderer/features/items/useCategory.ts';
import type { Account } from '../../shared/models.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleChoices, samplePage } from './samples.ts';

/** A category while Roblox has not answered yet. */
async function open(facts: Partial<Account>, savedAt: number | null) {
  installBridge({
    'accounts.list': () => ({ accounts: [sampleAccount({ id: 7, ...facts })], scope: 7 }),
    'items.list': () => samplePage(0, 0, { savedAt }),
    'items.refresh': () => new Promise(() => undefined),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const model = effectScope().run(() => useCategory(7, 'own/AssetType/8/', sampleChoices()));
  const before = model?.body.value;
  await flushPromises();
  return { before, after: model?.body.value };
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
