import type { collectibleRequests } from '../shared/collectible-requests.ts';
import type { Handlers } from './ipc.ts';
import type { Services } from './services.ts';
import { inSlices } from './sync/in-slices.ts';
import type { RefreshScope } from './sync/refresh-scope.ts';

type CollectibleHandlers = Pick<Handlers, keyof typeof collectibleRequests>;

/** What a page may ask of collectible copies, one delegating line each. */
export function collectibleHandlers(services: Services, refreshScope: RefreshScope): CollectibleHandlers {
  const { collectibles, library } = services;
  return {
    'collectibles.list': ({ page, ...asked }) =>
      inSlices(() => library.collectibleViews.tryPage(asked, page)),
    'collectibles.totals': ({ scope }) => inSlices(() => library.collectibleViews.tryTotals(scope)),
    'collectibles.refresh': ({ scope, isForced }) => refreshScope.collectibles(scope, isForced),
    'collectibles.history': ({ scope }) => collectibles.history(scope),
    'collectibles.movers': (asked) => collectibles.movers(asked),
  };
}
