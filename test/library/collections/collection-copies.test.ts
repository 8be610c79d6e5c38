import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { emptyOne, fill, show, tree, type Written } from './written-collections.ts';

const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
const everything = { scope: 'all', category: 'own/*', search: '', sort: 'newest', owned: 'any' } as const;

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
    library.collections.create({ ...plain, name: 'Smart', view: { ...everything, filter } });
    const { text } = library.collectionFiles.write(null, 'json');
    library.collectionFiles.import(library.collectionFiles.preview(text, 'x').token, null, null);
    const [, , copied, smartCopy] = library.collections.state().collections;
    expect(smartCopy?.view?.filter.collections).toEqual([copied?.id]);
  });

  it('a smart collection that filters by none any more, and shows all, when that one is not in its file', () => {
    const { library } = openLibrary();
    const [hats, caps] = ['Hats', 'Caps'].map(
      (name) => library.collections.create({ ...plain, name }).answer.id,
    );
    const filter = { isLimited: true, collections: [hats ?? 0, caps ?? 0] };
    const view = { ...everything, filter };
    const { id } = library.collections.create({ ...plain, name: 'Limiteds', view }).answer;
    const { text } = library.collectionFiles.write([id], 'json');
    const { token, astray } = library.collectionFiles.preview(text, 'x');
    library.collectionFiles.import(token, null, null);
    const { collections } = library.collections.state();
    const asked = collections.at(-1)?.view?.filter.collections ?? [];
    expect(asked).toHaveLength(1);
    expect(collections.map((one) => one.id)).not.toContain(asked[0]);
    expect(astray).toBe(1);
    const again = library.collectionFiles.write(null, 'json');
    expect(library.collectionFiles.preview(again.text, 'x')).toMatchObject({ astray: 1, problemCount: 0 });
  });
});
