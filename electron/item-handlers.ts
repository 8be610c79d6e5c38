import type { itemRequests } from '../shared/item-requests.ts';
import { openInBrowser } from './desktop.ts';
import type { Handlers } from './ipc.ts';
import { itemPage } from './roblox/item-page.ts';
import type { Services } from './services.ts';
import { inSlices } from './sync/in-slices.ts';
import { refreshDetails } from './sync/item-details.ts';
import { refreshMakeup } from './sync/item-makeup.ts';
import type { RefreshScope } from './sync/refresh-scope.ts';

/** What a page may ask about items, a part of `createHandlers`. */
export function itemHandlers(
  services: Services,
  refreshScope: RefreshScope,
): Pick<Handlers, keyof typeof itemRequests> {
  const { library } = services;
  const asking = { library, client: services.client, now: Date.now };
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
    'items.openInBrowser': async ({ accountId, item }) => {
      const found = await library.items.find(accountId, item);
      await openInBrowser(itemPage(item, found?.assetType ?? null));
      return null;
    },
  };
}
