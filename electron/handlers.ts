import { openInBrowser } from './desktop.ts';
import type { Handlers } from './ipc.ts';
import { itemPage } from './roblox/item-page.ts';
import type { Services } from './services.ts';
import { refreshDetails } from './sync/item-details.ts';
import { RefreshScope } from './sync/refresh-scope.ts';

/** Every route, one delegating line each: the list of what a page may ask. */
export function createHandlers(services: Services): Handlers {
  const { accounts, connectivity, ledger, library, profileChanges, refresh } = services;
  const details = { library, client: services.client, now: Date.now };
  const refreshScope = new RefreshScope(library, refresh);
  return {
    'app.status': () => services.status(),
    'connectivity.set': (input) => connectivity.set(input.connectivity),
    'ledger.list': () => ledger.list(),

    'accounts.list': () => accounts.state(),
    'accounts.exploreDemo': () => accounts.exploreDemo(),
    'accounts.follow': ({ text }) => accounts.follow(text),
    'accounts.select': ({ accountId }) => accounts.select(accountId),
    'accounts.remove': ({ accountId }) => accounts.remove(accountId),

    'categories.list': ({ scope }) => library.categories.tree(scope),
    'categories.refresh': ({ scope, isForced }) => refreshScope.categories(scope, isForced),

    'items.list': ({ page, ...view }) => library.holdings.page(view, page),
    'items.refresh': ({ scope, category, isForced }) => refreshScope.items(scope, category, isForced),
    'items.details': ({ accountId, item }) => library.details.read(accountId, item),
    'items.refreshDetails': ({ accountId, item }) => refreshDetails(details, accountId, item),
    'items.openInBrowser': async ({ accountId, item }) => {
      await openInBrowser(itemPage(item, library.items.find(accountId, item)?.assetType ?? null));
      return null;
    },

    'profileCollection.list': ({ accountId }) => library.profileItems.read(accountId),
    'profileCollection.refresh': ({ accountId, isForced }) => refresh.profileCollection(accountId, isForced),
    'profileCollection.add': ({ accountId, items }) => profileChanges.change(accountId, 'add', items),
    'profileCollection.remove': ({ accountId, items }) => profileChanges.change(accountId, 'remove', items),
  };
}
