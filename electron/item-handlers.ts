import type { itemRequests } from '../shared/item-requests.ts';
import type { ItemRef } from '../shared/items.ts';
import { copyText, openInBrowser } from './desktop.ts';
import type { Handlers } from './ipc.ts';
import { itemPage } from './roblox/item-page.ts';
import type { Services } from './services.ts';
import { inSlices } from './sync/in-slices.ts';
import { refreshDetails } from './sync/item-details.ts';
import { refreshMakeup } from './sync/item-makeup.ts';
import { refreshOverview } from './sync/item-overview.ts';
import type { RefreshScope } from './sync/refresh-scope.ts';

/** What a page may ask about items, a part of `createHandlers`. */
export function itemHandlers(
  services: Services,
  refreshScope: RefreshScope,
): Pick<Handlers, keyof typeof itemRequests> {
  const { library } = services;
  const { client, book, isDemo } = services;
  const asking = { library, client, book, isDemo, now: Date.now };
  const addressOf = async (accountId: number, item: ItemRef) =>
    itemPage(item, (await library.details.read(accountId, item)).item.assetType);
  return {
    'items.list': ({ page, ...view }) => inSlices(() => library.holdings.tryPage(view, page)),
    'items.prepareSearch': async ({ scope, category }) => {
      await inSlices(() => library.holdings.tryPrepareSearch(scope, category));
      return null;
    },
    'items.refresh': ({ scope, category, isForced }) => refreshScope.items(scope, category, isForced),
    'items.details': ({ accountId, item }) => library.details.read(accountId, item),
    'items.refreshDetails': ({ accountId, item }) => refreshDetails(asking, accountId, item),
    'items.makeup': ({ item }) => library.containers.makeup(item),
    'items.refreshMakeup': ({ accountId, item }) => refreshMakeup(asking, accountId, item),
    'items.overview': ({ item }) => library.overviews.read(item),
    'items.refreshOverview': ({ item, onScreen }) => refreshOverview(asking, item, onScreen),
    'items.copyAddress': async ({ accountId, item }) => copyText(await addressOf(accountId, item)),
    'items.openInBrowser': async ({ accountId, item }) => {
      await openInBrowser(await addressOf(accountId, item));
      return null;
    },
  };
}
