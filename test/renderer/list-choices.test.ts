// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { queryOf, useListChoices } from '../../renderer/features/items/list-choices.ts';
import { useListStore } from '../../renderer/features/items/list.store.ts';
import type { Scope } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';

const hats = 'own/AssetType/8/';

function choose(scope: Scope) {
  const choices = effectScope().run(() => useListChoices(scope));
  if (!choices) throw new Error('The scope has ended');
  return choices;
}

beforeEach(() => {
  installBridge({});
  setActivePinia(createPinia());
});

describe('the order of a list', () => {
  it('a search in the order of before, or the order of before lost to the search', () => {
    const { search, sort } = choose(7);
    sort.value = 'nameAscending';
    search.value = 'cro';
    expect(sort.value).toBe('relevance');
    search.value = 'crown';
    sort.value = 'valueDescending';
    search.value = 'crowns';
    expect(sort.value).toBe('valueDescending');
    search.value = ' ';
    expect(sort.value).toBe('nameAscending');
    search.value = 'hat';
    expect(sort.value).toBe('relevance');
  });

  it('the order and the look of one account taken for another', () => {
    const list = useListStore();
    choose(7).sort.value = 'oldest';
    list.setLook(7, 'table');
    expect(choose(8).sort.value).toBe('newest');
    expect(list.lookOf('all')).toBe('comfortable');
    expect(choose(7).sort.value).toBe('oldest');
    expect(list.lookOf(7)).toBe('table');
  });

  it('an order asked for where there is nothing to go by', () => {
    const choices = choose(7);
    choices.sort.value = 'category';
    expect(queryOf(7, hats, choices).sort).toBe('newest');
    expect(queryOf(7, 'own/*', choices).sort).toBe('category');
  });
});

describe('a search taken along', () => {
  it('lost on the way, or typed into every list from then on', () => {
    useListStore().carrySearch('crown');
    expect(choose('all').search.value).toBe('crown');
    expect(choose('all').search.value).toBe('');
  });
});
