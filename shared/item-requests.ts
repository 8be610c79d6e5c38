import * as z from 'zod/mini';
import type { ItemMakeup } from './contents.ts';
import { accountId, forCategory, forItem, itemRef, view } from './inputs.ts';
import type { ItemOverview } from './item-overview.ts';
import type { ItemDetails } from './items.ts';
import type { RefreshOutcome } from './refreshing.ts';
import { route } from './route.ts';
import type { ItemPage } from './views.ts';

/** What a page may ask about items. */
export const itemRequests = {
  'items.list': route<ItemPage>()(z.extend(view, { page: z.int().check(z.nonnegative()) })),
  /** Reads what searching a list takes, so that the first letter typed is answered as fast as the next ones. */
  'items.prepareSearch': route<null>()(forCategory),
  'items.refresh': route<RefreshOutcome>()(z.extend(forCategory, { isForced: z.boolean() })),
  'items.details': route<ItemDetails>()(forItem),
  'items.refreshDetails': route<ItemDetails>()(forItem),
  /** What is known of the parts of a package or bundle, and of what an item is a part of. */
  'items.makeup': route<ItemMakeup>()(z.strictObject({ item: itemRef })),
  /** Asks Roblox for the parts, unless its answer is fresh, and about those nothing is known of, in an account's name. */
  'items.refreshMakeup': route<ItemMakeup>()(forItem),
  /** Everything known of one item over all accounts. */
  'items.overview': route<ItemOverview>()(z.strictObject({ item: itemRef })),
  /** Asks Roblox about it for those who own it, in the background; in the name of the account on screen where nobody does. */
  'items.refreshOverview': route<ItemOverview>()(
    z.strictObject({ item: itemRef, onScreen: z.nullable(accountId) }),
  ),
  /** Copies the address of its page on roblox.com. */
  'items.copyAddress': route<null>()(forItem),
  'items.openInBrowser': route<null>()(forItem),
} as const;
