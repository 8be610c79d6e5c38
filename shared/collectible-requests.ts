import * as z from 'zod/mini';
import {
  collectibleColumns,
  moverOrders,
  type CollectibleHistory,
  type CollectibleMovers,
  type CollectiblePage,
  type CollectibleSort,
  type CollectibleTotals,
} from './collectibles.ts';
import { scope } from './inputs.ts';
import type { RefreshOutcome } from './refreshing.ts';
import { route } from './route.ts';

/** Items a grouped list can have unfolded at a time. */
export const mostUnfolded = 1000;

const sorts = collectibleColumns.flatMap((column): CollectibleSort[] => [
  `${column}Ascending`,
  `${column}Descending`,
]);
/** Far beyond every date a calendar offers. */
const day = z.int().check(z.nonnegative(), z.lte(3_000_000));

/** A list of copies, or of their items. */
export const forCopies = z.strictObject({
  scope,
  search: z.string().check(z.maxLength(20_000)),
  sort: z.enum(sorts),
  /** Whether copies are folded under their item, but for the items named. */
  isGrouped: z.boolean(),
  unfolded: z.readonly(z.array(z.int().check(z.positive())).check(z.maxLength(mostUnfolded))),
});

/** Days as `dayOf` counts them; each account is compared on the kept days nearest to them. */
export const forMovers = z.strictObject({ scope, from: day, to: day, order: z.enum(moverOrders) });

/** What a page may ask of collectible copies, and of what Satchel kept of them day by day. */
export const collectibleRequests = {
  'collectibles.list': route<CollectiblePage>()(
    z.extend(forCopies, { page: z.int().check(z.nonnegative()) }),
  ),
  'collectibles.totals': route<CollectibleTotals>()(z.strictObject({ scope })),
  'collectibles.refresh': route<RefreshOutcome>()(z.strictObject({ scope, isForced: z.boolean() })),
  'collectibles.history': route<CollectibleHistory>()(z.strictObject({ scope })),
  'collectibles.movers': route<CollectibleMovers>()(forMovers),
} as const;
