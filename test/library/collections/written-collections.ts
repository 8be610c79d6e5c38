import fc from 'fast-check';
import type { Library } from '../../../electron/library/library.ts';
import { collectionColours, collectionIcons } from '../../../shared/collections.ts';
import { itemTypes, type ItemRef } from '../../../shared/items.ts';
import { itemSorts, type ViewContent } from '../../../shared/views.ts';

const readable = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((text) => text.toWellFormed().replaceAll(/\s+/gu, ' ').trim())
  .filter((text) => /[^\s\p{Cc}\p{Cf}]/u.test(text));
const name = fc.oneof(readable, fc.constantFrom('=1+1', "'=x", '-a/b\\c', '@x', 'a,"b"', "''+", 'قبعات / ק'));
const item: fc.Arbitrary<ItemRef> = fc.record({
  type: fc.constantFrom(...itemTypes),
  id: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Number.MAX_SAFE_INTEGER)),
});
/** What smart collections show. */
export const view = fc.record({
  scope: fc.oneof(fc.constant('all' as const), fc.integer({ min: 1 })),
  category: fc.string(),
  search: fc.string(),
  sort: fc.constantFrom(...itemSorts),
  owned: fc.constantFrom('any' as const, 'duplicates' as const, { missingFrom: 4 }),
  filter: fc.record(
    {
      isLimited: fc.boolean(),
      hold: fc.constant('onHold' as const),
      price: fc.constant({ from: 1, to: null }),
    },
    { requiredKeys: [] },
  ),
});

/** A collection to be made, with all that is below it. */
export interface Written {
  readonly name: string;
  readonly icon: (typeof collectionIcons)[number] | null;
  readonly colour: (typeof collectionColours)[number] | null;
  readonly note: string | null;
  readonly view: ViewContent | null;
  readonly items: readonly ItemRef[];
  readonly below: readonly Written[];
}

export const tree = fc.letrec<{ one: Written; many: Written[] }>((tie) => ({
  many: fc.uniqueArray(tie('one'), { maxLength: 3, selector: (one) => one.name }),
  one: fc.record({
    name,
    icon: fc.option(fc.constantFrom(...collectionIcons)),
    colour: fc.option(fc.constantFrom(...collectionColours)),
    note: fc.option(readable),
    view: fc.option(view, { freq: 4 }),
    items: fc.uniqueArray(item, { maxLength: 5, selector: ({ type, id }) => `${type}/${id}` }),
    below: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant([]), tie('many')),
  }),
}));

export function fill(
  library: Library,
  collections: readonly Written[],
  parentId: number | null = null,
): void {
  for (const { below, items, ...one } of collections) {
    const wish = { ...one, parentId, position: null, items: one.view ? [] : items };
    fill(library, below, library.collections.create(wish).answer.id);
  }
}

/** Everything but numbers and dates. */
export function show(library: Library) {
  const { collections } = library.collections.state();
  const at = new Map(collections.map(({ id }, index) => [id, index]));
  return collections.map(({ id, parentId, ...one }) => ({
    ...one,
    parent: parentId === null ? null : at.get(parentId),
    items: one.view
      ? null
      : library.collectionPages
          .page({ id, search: '', sort: 'custom' }, 0)
          .items.map(({ type, id: itemId }) => [type, itemId]),
  }));
}

export function emptyOne(called: string): Written {
  return { name: called, icon: null, colour: null, note: null, view: null, items: [], below: [] };
}
