import { shallowRef } from 'vue';
import type { ListChoices } from '../../renderer/features/items/list-choices.ts';
import type { Account } from '../../shared/accounts.ts';
import type { Collection } from '../../shared/collections.ts';
import type { Item } from '../../shared/items.ts';
import type { ItemPage } from '../../shared/views.ts';

export function sampleItem(id: number, facts: Partial<Item> = {}): Item {
  return {
    type: 'Asset',
    id,
    name: `Item ${id}`,
    assetType: 8,
    copies: 1,
    owners: [],
    creatorName: null,
    priceInRobux: null,
    limited: null,
    ...facts,
  };
}

export function samplePage(page: number, total: number, facts: Partial<ItemPage> = {}): ItemPage {
  const length = Math.min(200, total - page * 200);
  const items = Array.from({ length }, (_, place) => sampleItem(page * 200 + place + 1));
  return { items, page, total, savedAt: 1, accountsUnknown: [], unreadableRows: 0, ...facts };
}

export function sampleAccount(facts: Partial<Account> = {}): Account {
  return {
    id: 7,
    kind: 'demo',
    username: 'marlo',
    displayName: 'Marlo',
    visibility: 'visible',
    visibilitySince: null,
    isBanned: false,
    isGone: false,
    nickname: null,
    colour: null,
    canEdit: true,
    signIn: 'kept',
    signInReason: null,
    isRefreshing: false,
    refreshedAt: 1,
    rateLimitedUntil: null,
    ...facts,
  };
}

/** The choices of a list as it opens: everything, newest first. */
export function sampleChoices(facts: Partial<ListChoices> = {}): ListChoices {
  return {
    search: shallowRef(''),
    sort: shallowRef('newest'),
    owned: shallowRef('any'),
    filter: shallowRef({}),
    ...facts,
  };
}

export function sampleCollection(id: number, facts: Partial<Collection> = {}): Collection {
  return {
    ...{ id, parentId: null, name: `Collection ${id}`, icon: null, colour: null, note: null },
    ...{ view: null, count: 0 },
    ...facts,
  };
}
