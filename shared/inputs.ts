import * as z from 'zod/mini';
import { collectionLimits } from './collections.ts';
import { itemTypes } from './items.ts';
import { timelineKinds } from './timeline.ts';
import { itemSorts } from './views.ts';

export const accountId = z.int().check(z.positive());
const itemType = z.enum(itemTypes);
export const itemRef = z.strictObject({ type: itemType, id: z.int().check(z.positive()) });
export const forAccount = z.strictObject({ accountId });
export const forItem = z.strictObject({ accountId, item: itemRef });
const someItems = z.array(itemRef).check(z.minLength(1), z.maxLength(10_000));
/** A step as its number; of a part of a change: the last one, which it becomes a part of. */
export const stepId = z.int().check(z.positive());
export const forItems = z.strictObject({ accountId, items: someItems, step: z.exactOptional(stepId) });
export const forSwap = z.strictObject({ accountId, out: someItems, in: someItems });
export const scope = z.union([accountId, z.literal('all')]);
export const forCategory = z.strictObject({ scope, category: z.string().check(z.maxLength(200)) });
const owned = z.union([z.enum(['any', 'duplicates']), z.strictObject({ missingFrom: accountId })]);
const range = z.strictObject({ from: z.nullable(z.int()), to: z.nullable(z.int()) });
const filter = z.strictObject({
  categories: z.exactOptional(
    z.readonly(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200))),
  ),
  types: z.exactOptional(z.readonly(z.array(itemType).check(z.maxLength(itemTypes.length)))),
  ownedBy: z.exactOptional(z.readonly(z.array(accountId).check(z.maxLength(200)))),
  filed: z.exactOptional(z.enum(['inProfileCollection', 'unfiled'])),
  collections: z.exactOptional(
    z.readonly(z.array(z.int().check(z.positive())).check(z.maxLength(collectionLimits.collections))),
  ),
  isLimited: z.exactOptional(z.boolean()),
  hold: z.exactOptional(z.enum(['tradable', 'onHold'])),
  price: z.exactOptional(range),
  acquired: z.exactOptional(range),
});
/** Everything about a list of items but the page. Whatever was pasted into the search is searched for. */
export const view = z.extend(forCategory, {
  /** For own lists; `missingFrom` in scope `all`. Anywhere else it leaves nothing out. */
  owned,
  filter,
  search: z.string().check(z.maxLength(20_000)),
  sort: z.enum(itemSorts),
});
export const timelineFilter = {
  kinds: z.readonly(z.array(z.enum(timelineKinds)).check(z.maxLength(timelineKinds.length))),
  search: z.string().check(z.maxLength(20_000)),
};
export const nothing = z.strictObject({});
