import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readView } from '../../../electron/library/collections/files/read-view.ts';
import type { Library } from '../../../electron/library/library.ts';
import { collectionColours, collectionIcons, type CollectionView } from '../../../shared/collections.ts';
import { view as viewSchema } from '../../../shared/inputs.ts';
import { itemTypes, type ItemRef } from '../../../shared/items.ts';
import { itemSorts } from '../../../shared/views.ts';
import { openLibrary } from '../../support/library-folder.ts';

const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;
const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };

const readable = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((text) => text.toWellFormed().replaceAll(/\s+/gu, ' ').trim())
  .filter((text) => /[^\s\p{Cc}\p{Cf}]/u.test(text));
const name = fc.oneof(readable, fc.constantFrom('=1+1', "'=x", '-a/b\\c', '@x', 'a,"b"', "''+", 'قبعات / ק'));
const item: fc.Arbitrary<ItemRef> = fc.record({
  type: fc.constantFrom(...itemTypes),
  id: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Number.MAX_SAFE_INTEGER)),
});
const view = fc.record({
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

interface Written {
  readonly name: string;
  readonly icon: (typeof collectionIcons)[number] | null;
  readonly colour: (typeof collectionColours)[number] | null;
  readonly note: string | null;
  readonly view: CollectionView | null;
  readonly items: readonly ItemRef[];
  readonly below: readonly Written[];
}

const tree = fc.letrec<{ one: Written; many: Written[] }>((tie) => ({
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

function fill(library: Library, collections: readonly Written[], parentId: number | null = null): void {
  for (const { below, items, ...one } of collections) {
    const wish = { ...one, parentId, position: null, items: one.view ? [] : items };
    fill(library, below, library.collections.create(wish).answer.id);
  }
}

/** Everything but numbers and dates. */
function show(library: Library) {
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

function copyOf(library: Library, format: 'json' | 'csv'): Library {
  const { text } = library.collectionFiles.write(null, format);
  const other = openLibrary().library;
  const { token, problems } = other.collectionFiles.preview(text, 'Copy');
  expect(problems).toEqual([]);
  other.collectionFiles.import(token, null, null);
  return other;
}

describe('a copy of collections', () => {
  it('anything lost on the way through JSON', () => {
    fc.assert(
      fc.property(tree.many, (collections) => {
        const { library } = openLibrary();
        fill(library, [{ ...emptyOne('Always'), below: collections }]);
        const copy = copyOf(library, 'json');
        expect(show(copy)).toEqual(show(library));
        expect(copy.undo.state().undo?.name.kind).toBe('importCollections');
        copy.undo.undo(null);
        expect(copy.collections.state()).toEqual({ collections: [], trash: [] });
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('anything a table can hold lost on the way through CSV', () => {
    fc.assert(
      fc.property(tree.many, (collections) => {
        const { library } = openLibrary();
        const bare = (many: readonly Written[]): Written[] =>
          many.map(({ items, below, name: called }) => ({ ...emptyOne(called), items, below: bare(below) }));
        fill(library, [{ ...emptyOne('Always'), below: bare(collections) }]);
        expect(show(copyOf(library, 'csv'))).toEqual(show(library));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('a cell that a spreadsheet would carry out', () => {
    const { library } = openLibrary();
    const names = ['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', "'=1", 'fine'];
    for (const called of names)
      library.collections.create({ ...plain, name: called, items: [{ type: 'Asset', id: 1 }] });
    const { text } = library.collectionFiles.write(null, 'csv');
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+\-@\t]/);
  });

  it('the names of items lost with the cache they came from', () => {
    const { library } = openLibrary();
    const file = {
      ...{ format: 'satchel.collections', version: 1 },
      collections: [{ name: 'Hats', items: [{ type: 'Asset', id: 7, name: 'Golden crown', assetType: 8 }] }],
    };
    const { token } = library.collectionFiles.preview(JSON.stringify(file), 'x');
    library.collectionFiles.import(token, null, null);
    const [hats] = library.collections.state().collections;
    const query = { id: hats?.id ?? 0, search: 'crown', sort: 'name' } as const;
    expect(library.collectionPages.page(query, 0).items).toMatchObject([
      { id: 7, name: 'Golden crown', assetType: 8 },
    ]);
  });

  it('a smart collection that filters by other collections than it did', () => {
    const { library } = openLibrary();
    const hats = library.collections.create({ ...plain, name: 'Hats' }).answer.id;
    const filter = { collections: [hats] };
    const smart = {
      scope: 'all',
      category: 'own/*',
      search: '',
      sort: 'newest',
      owned: 'any',
      filter,
    } as const;
    library.collections.create({ ...plain, name: 'Smart', view: smart });
    const { text } = library.collectionFiles.write(null, 'json');
    library.collectionFiles.import(library.collectionFiles.preview(text, 'x').token, null, null);
    const [, , copied, smartCopy] = library.collections.state().collections;
    expect(smartCopy?.view?.filter.collections).toEqual([copied?.id]);
  });
});

function emptyOne(called: string): Written {
  return { name: called, icon: null, colour: null, note: null, view: null, items: [], below: [] };
}

describe('an import', () => {
  const ours = (collections: unknown, version: unknown = 1) =>
    JSON.stringify({ format: 'satchel.collections', version, collections });

  it.each([
    ['nothing', '', 'importEmpty'],
    ['white space', ' \n ', 'importEmpty'],
    ['half a JSON', '{"format": "satchel.coll', 'importUnreadable'],
    ['JSON of something else', '{"name": "package"}', 'importUnreadable'],
    ['a list in JSON', '[1, 2]', 'importUnreadable'],
    ['a version that is none', ours([], 'x'), 'importUnreadable'],
    ['what a newer Satchel wrote', ours([], 2), 'importNewer'],
    ['no collection at all', ours([]), 'importEmpty'],
    ['a text about hats', 'I like hats', 'importUnreadable'],
    ['a table without lines', 'Collection,Type,Id', 'importEmpty'],
    ['more collections than there may be', ours(Array(2001).fill({ name: 'x' })), 'importTooLarge'],
  ])('%s taken for collections', (_, text, expected) => {
    const { library } = openLibrary();
    expect(() => library.collectionFiles.preview(text, 'File')).toThrow(code(expected));
    expect(library.undo.state().undo).toBeNull();
  });

  it('the good half of a file taken and the bad half left', () => {
    const { library } = openLibrary();
    const file = ours([
      {
        name: 'Good',
        items: [{ type: 'Asset', id: 1 }, { type: 'Asset', id: 'x' }, { type: 'Hat', id: 2 }, 5],
      },
      { name: '' },
      { name: 'x'.repeat(10_000), note: 'y'.repeat(2001), view: { scope: 'all' } },
      'nothing',
      { name: 'Items', items: {} },
    ]);
    const preview = library.collectionFiles.preview(file, 'File');
    expect(preview).toMatchObject({ format: 'json', collections: 4, items: 1, problemCount: 9 });
    expect(preview.problems.map(({ place, fault }) => `${place} ${fault}`)).toEqual([
      'collections[0].items[1] notAnItem',
      'collections[0].items[2] notAnItem',
      'collections[0].items[3] notAnItem',
      'collections[1] nameMissing',
      'collections[2] nameTooLong',
      'collections[2].view viewInvalid',
      'collections[2].note noteTooLong',
      'collections[3] notACollection',
      'collections[4].items notAnItem',
    ]);
    expect(() => library.collectionFiles.import(preview.token, null, null)).toThrow(code('importDamaged'));
    expect(library.collections.state().collections).toEqual([]);
  });

  it('a file nested so deep that reading it ends Satchel', () => {
    const { library } = openLibrary();
    const levels = 20_000;
    const text = ours('AT').replace(
      '"AT"',
      `${'[{"name":"x","collections":'.repeat(levels)}[]${'}]'.repeat(levels)}`,
    );
    expect(library.collectionFiles.preview(text, 'File').problems).toMatchObject([{ fault: 'tooDeep' }]);
  });

  it('an id or address of a pasted list read as another item, or a line that is none passed over', () => {
    const { library } = openLibrary();
    const text = `1029025\r\nhttps://www.roblox.com/catalog/5/Golden-Crown?x=1
      https://www.roblox.com/de/bundles/6/x, roblox.com/badges/7; https://www.roblox.com/game-pass/8
      https://create.roblox.com/store/asset/9/Name rbxassetid://10 www.roblox.com/games/11 1029025`;
    const preview = library.collectionFiles.preview(text, 'My list');
    expect(preview).toMatchObject({
      format: 'list',
      name: 'My list',
      collections: 1,
      items: 8,
      duplicates: 1,
    });
    library.collectionFiles.import(preview.token, null, 'Wish list');
    const [list] = library.collections.state().collections;
    expect(list).toMatchObject({ name: 'Wish list', count: 8 });
    const page = library.collectionPages.page({ id: list?.id ?? 0, search: '', sort: 'custom' }, 0);
    expect(page.items.map(({ type, id }) => `${type} ${id}`)).toEqual([
      ...['Asset 1029025', 'Asset 5', 'Bundle 6', 'Badge 7', 'GamePass 8', 'Asset 9', 'Asset 10', 'Asset 11'],
    ]);
    const bad = '5\nhttps://evil.example/catalog/5\n0\n9007199254740993\nhttps://www.roblox.com/users/5';
    const { problems } = library.collectionFiles.preview(bad, 'List');
    expect(problems.map(({ place }) => place)).toEqual(['2', '3', '4', '5']);
  });

  it('a table as another program writes it not read', () => {
    const { library } = openLibrary();
    const text = '\ufeffname;ID;collection\r\n"Cap; red";5;Hats\n"Two\nlines";6;Hats/Old\nNone;7;\n';
    const preview = library.collectionFiles.preview(text, 'Table');
    expect(preview).toMatchObject({ format: 'csv', collections: 3, items: 3, problemCount: 0 });
    library.collectionFiles.import(preview.token, null, null);
    expect(show(library).map((one) => [one.name, one.items])).toEqual([
      ['Hats', [['Asset', 5]]],
      ['Old', [['Asset', 6]]],
      ['Table', [['Asset', 7]]],
    ]);
  });

  it('one made twice, or another than was looked at', () => {
    const { library } = openLibrary();
    const first = library.collectionFiles.preview('1', 'First').token;
    const second = library.collectionFiles.preview('2', 'Second').token;
    const forgotten = code('importForgotten');
    expect(() => library.collectionFiles.import(first, null, null)).toThrow(forgotten);
    expect(() => library.collectionFiles.import(second, 99, null)).toThrow(code('collectionUnknown'));
    expect(() => library.collectionFiles.import(second, null, ' ')).toThrow(code('collectionNameMissing'));
    library.collectionFiles.import(second, null, null);
    expect(() => library.collectionFiles.import(second, null, null)).toThrow(forgotten);
    expect(library.collections.state().collections).toMatchObject([{ name: 'Second' }]);
  });

  it('a view of a file accepted that no page could ask for, or the other way round', () => {
    const broken = fc.oneof(
      view,
      fc.record({
        ...viewParts(),
        filter: fc.object({ key: fc.constantFrom('price', 'types', 'x'), maxDepth: 1 }),
      }),
      fc.record({ ...viewParts(), owned: fc.anything() }),
      fc.record({ ...viewParts(), sort: fc.string(), scope: fc.anything() }),
      fc.anything(),
    );
    fc.assert(
      fc.property(broken, (value) => {
        expect(readView(value) !== null).toBe(viewSchema.safeParse(value).success);
      }),
    );
  });
});

function viewParts() {
  const parts = { scope: 'all', category: '', search: '', sort: 'newest', owned: 'any', filter: {} };
  return Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [part, fc.constant<unknown>(value)]),
  );
}
