// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useDetailsStore } from '../../renderer/features/items/details.store.ts';
import { useListStore } from '../../renderer/features/items/list.store.ts';
import { useCategory } from '../../renderer/features/items/useCategory.ts';
import { wordOwners } from '../../renderer/ui/owner-words.ts';
import UiFaces from '../../renderer/ui/UiFaces.vue';
import type { RefreshOutcome } from '../../shared/refreshing.ts';
import type { ItemPage, OwnedFilter } from '../../shared/views.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleChoices, sampleItem, samplePage } from './samples.ts';

const hats = 'own/AssetType/8/';
const owners = [
  { accountId: 7, copies: 2 },
  { accountId: 8, copies: 1 },
];

describe('the owners of an item', () => {
  it('a name lost, or a favourite passing for something owned', () => {
    const item = sampleItem(1);
    expect(wordOwners(item, ['Ada'])).toBe('Owned by Ada');
    expect(wordOwners(item, ['Ada', 'Bo', 'Cy'])).toBe('Owned by Ada, Bo and Cy');
    expect(wordOwners(item, ['Ada', 'Bo', 'Cy', 'Di'])).toBe('Owned by Ada, Bo and 2 more');
    expect(wordOwners(sampleItem(1, { copies: 0 }), ['Ada'])).toBe('A favourite of Ada');
  });

  it('a tile filling up with heads, or not telling how many it leaves out', () => {
    const faces = Array.from({ length: 40 }, (_, index) => ({
      name: `Player ${index}`,
      colour: null,
      picture: `thumb/${index}`,
    }));
    const wrapper = mount(UiFaces, { props: { faces, label: 'Owned by many' } });
    expect(wrapper.findAll('.face')).toHaveLength(3);
    expect(wrapper.text()).toBe('+37');
  });
});

/** A category over all accounts, after its refresh has ended with `outcome`. */
async function open(facts: Partial<ItemPage>, owned: OwnedFilter, outcome: RefreshOutcome) {
  installBridge({
    'items.list': () => samplePage(0, 0, facts),
    'items.refresh': () => outcome,
  });
  setActivePinia(createPinia());
  const choices = sampleChoices({ owned: shallowRef(owned) });
  const model = effectScope().run(() => useCategory('all', hats, choices));
  await flushPromises();
  return model;
}

describe('a category over all accounts', () => {
  const failed = { accountId: 8, error: { code: 'inventoryHidden', message: '' } } as const;
  const outcome: RefreshOutcome = { wasNeeded: true, failures: [failed] };

  it('an account nothing is known of said to lack what the others have', async () => {
    const facts = { total: 1, items: [sampleItem(1)], accountsUnknown: [8] };
    const model = await open(facts, { missingFrom: 8 }, outcome);
    expect(model?.body.value).toEqual({ kind: 'not-read' });
    expect(model?.failures.value).toEqual([failed]);
  });

  it('one account that never answers keeping an empty view loading for ever', async () => {
    const facts = { savedAt: null, accountsUnknown: [8] };
    expect((await open(facts, 'any', outcome))?.body.value).toEqual({ kind: 'empty' });
    expect((await open(facts, 'duplicates', outcome))?.body.value).toEqual({ kind: 'no-match' });
  });

  it('a comparison asked for where nobody need own anything', async () => {
    const asked: unknown[] = [];
    installBridge({
      'items.list': ({ owned }) => (asked.push(owned), samplePage(0, 1)),
      'items.refresh': () => ({ wasNeeded: false }),
    });
    const duplicates = sampleChoices({ owned: shallowRef('duplicates') });
    const missing = sampleChoices({ owned: shallowRef({ missingFrom: 8 }) });
    effectScope().run(() => useCategory('all', 'favorites/AssetType/8/', duplicates));
    effectScope().run(() => useCategory(7, 'favorites/AssetType/8/', duplicates));
    effectScope().run(() => useCategory(7, hats, missing));
    await flushPromises();
    expect(new Set(asked)).toEqual(new Set(['any']));
  });
});

describe('all accounts on screen', () => {
  async function show() {
    const asked: number[] = [];
    const accounts = [sampleAccount(), sampleAccount({ id: 8 })];
    const bridge = installBridge({
      'accounts.list': () => ({ accounts, scope: 'all' }),
      'items.details': ({ accountId }) => {
        asked.push(accountId);
        throw new Error('Only who is asked about matters here');
      },
    });
    setActivePinia(createPinia());
    await useAccountStore().load();
    return { bridge, accounts, asked };
  }

  it("an owner's details asked of another account, or the chosen one forgotten at the next item", async () => {
    const { asked } = await show();
    const details = useDetailsStore();
    await details.open(sampleItem(1, { owners }));
    await details.chooseOwner(8);
    await details.open(sampleItem(2, { owners }));
    await details.open(sampleItem(3, { owners: owners.slice(0, 1) }));
    expect(asked).toEqual([7, 8, 8, 7]);
  });

  it('a comparison with an account outliving it', async () => {
    const { bridge, accounts } = await show();
    const list = useListStore();
    list.owned = { missingFrom: 8 };
    bridge.emit('accounts.changed', { accounts, scope: 'all' });
    await flushPromises();
    expect(list.owned).toEqual({ missingFrom: 8 });
    bridge.emit('accounts.changed', { accounts: accounts.slice(0, 1), scope: 'all' });
    await flushPromises();
    expect(list.owned).toBe('any');
  });
});
