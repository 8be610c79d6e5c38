import { describe, expect, it, vi } from 'vitest';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import type { Library } from '../../electron/library/library.ts';
import type { View } from '../../electron/library/ordered-view.ts';
import { Underway } from '../../electron/library/slices.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemSort } from '../../shared/views.ts';
import { openLibrary } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';

function row(id: number, name: string, facts: Partial<OwnedRow> = {}): OwnedRow {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  return { type: 'Asset', id, name, assetType: 8, instanceId: id, ...nothingMore, ...facts };
}

function fill(library: Library, names: readonly string[]): void {
  library.holdings.begin(1, hats, 1000);
  const rows = names.map((name, index) => row(index + 1, name));
  library.holdings.commitPage(1, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(1, hats, 1000);
}

function find(library: Library, search: string, sort: ItemSort = 'relevance'): string[] {
  const page = library.holdings.page({ scope: 1, category: allItemsKey, search, sort }, 0);
  expect(page.total).toBe(page.items.length);
  return page.items.map(({ name }) => name);
}

describe('a search', () => {
  it('a name that fits better standing behind one that fits less', () => {
    const { library } = openLibrary();
    fill(library, ['Macrown', 'The Crown', 'Crown of Ice', 'Crown', 'Corwn', 'Crowned']);
    expect(find(library, 'crown')).toEqual([
      ...['Crown', 'Crown of Ice', 'Crowned', 'The Crown', 'Macrown'],
      'Corwn',
    ]);
  });

  it('one slip of the finger hiding an item, or two where one is allowed showing it', () => {
    const { library } = openLibrary();
    fill(library, ['Dragon Wings', 'Valkyrie Helm', 'Cap']);
    for (const slip of ['dargon', 'drgon', 'draggon', 'drafon', 'drag wnigs'])
      expect(find(library, slip), slip).toEqual(['Dragon Wings']);
    for (const slip of ['valkyire helm', 'vakyrie', 'avlkryie'])
      expect(find(library, slip)).toEqual(['Valkyrie Helm']);
    for (const other of ['drgn', 'dragno wxyzs', 'cpa']) expect(find(library, other), other).toEqual([]);
  });

  it('what was pasted being taken for anything but text', () => {
    const { library } = openLibrary();
    const names = [
      '"a" OR b*',
      "Robert'); DROP TABLE item;--",
      'half \ud83d',
      'NEAR(x y)',
      '🔥 blaze',
      'ﬁne ＣＡＰ',
    ];
    fill(library, names);
    for (const name of names) expect(find(library, name), name).toEqual([name.toWellFormed()]);
    for (const text of ['"', 'a" OR', '(', '🔥', 'fine cap', '\u0000blaze\u0007', '  blaze\n'])
      expect(find(library, text), JSON.stringify(text)).toHaveLength(1);
    for (const text of ['*:^', 'x'.repeat(10_000), 'ab xq '.repeat(3000), '\udc00'.repeat(500)])
      expect(find(library, text)).toEqual([]);
    expect(find(library, ' \n\t ')).toHaveLength(names.length);
  });

  it('what has arrived of a refresh not found, or a new name found under the old one', () => {
    const { library } = openLibrary();
    library.holdings.begin(1, hats, 1000);
    const commit = (rows: OwnedRow[]) =>
      library.holdings.commitPage(1, hats, { rows, unreadableRows: 0, nextCursor: 'c' });
    commit([row(1, 'Crown')]);
    expect(find(library, 'crown')).toEqual(['Crown']);
    commit([row(2, 'Old crown')]);
    expect(find(library, 'crown')).toEqual(['Crown', 'Old crown']);
    library.items.save(row(2, 'New helmet'));
    expect(find(library, 'crown')).toEqual(['Crown']);
    expect(find(library, 'helmt')).toEqual(['New helmet']);
  });

  it('a new price or a new tree leaving the order as it was', () => {
    const { library } = openLibrary();
    fill(library, ['One', 'Two']);
    library.items.save(row(1, 'One', { priceInRobux: 5 }), row(2, 'Two', { priceInRobux: 9 }));
    expect(find(library, '', 'valueDescending')).toEqual(['Two', 'One']);
    library.items.save(row(1, 'One', { priceInRobux: 10 }));
    expect(find(library, '', 'valueDescending')).toEqual(['One', 'Two']);
  });

  it('pages of a search or an order overlapping, missing an item, or not in its order', () => {
    const { library } = openLibrary();
    const names = Array.from({ length: 5000 }, (_, index) => `Item ${(index * 7919) % 5000}`);
    fill(library, names);
    const sorted = names.map((name) => name.toLowerCase()).sort();
    const fromEnd = sorted.toReversed();
    const views = [
      { search: '', sort: 'nameAscending', expected: sorted },
      { search: 'item', sort: 'nameDescending', expected: fromEnd },
      { search: 'tem 1', sort: 'relevance', expected: sorted.filter((name) => name.includes('1')) },
    ] as const;
    for (const { expected, ...view } of views) {
      const pages = Array.from({ length: Math.ceil(expected.length / 200) }, (_, page) =>
        library.holdings.page({ scope: 1, category: hats, ...view }, page),
      );
      expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([expected.length]));
      const shown = pages.flatMap(({ items }) => items.map(({ name }) => name.toLowerCase()));
      expect(shown).toHaveLength(expected.length);
      if (view.sort !== 'relevance') expect(shown).toEqual(expected);
      else expect(shown.toSorted()).toEqual(expected);
    }
  });

  it('a later page lost, or another one than before, after other lists were looked at in between', () => {
    const { library } = openLibrary();
    fill(
      library,
      Array.from({ length: 700 }, (_, index) => `Hat ${index} ${index % 2 ? 'red' : 'blue'}`),
    );
    const page = (search: string, number: number) =>
      library.holdings
        .page({ scope: 1, category: allItemsKey, search, sort: 'relevance' }, number)
        .items.map(({ name }) => name);
    const lookElsewhere = () => ['red', 'blue', 'h', 'ha'].map((other) => page(other, 0));
    const shown = page('hat', 0);
    for (const number of [1, 2, 3]) {
      lookElsewhere();
      shown.push(...page('hat', number));
    }
    expect(shown).toEqual(shown.toSorted());
    expect(new Set(shown).size).toBe(700);
    lookElsewhere();
    expect(page('hat', 0)).toEqual(shown.slice(0, 200));
  });

  it('the count of a saved view, or another page, taken for what is typed next', () => {
    const { library } = openLibrary();
    const step = vi.spyOn(Underway.prototype, 'step');
    const view = { scope: 1, category: allItemsKey, search: 'ha', sort: 'relevance' } as const;
    const placeOf = (asked: View, page = 0) => {
      library.holdings.tryPage(asked, page);
      return step.mock.lastCall?.[2];
    };
    const place = placeOf(view);
    expect(placeOf({ ...view, search: 'hat' })).toBe(place);
    expect(placeOf({ ...view, filter: { isLimited: true } })).not.toBe(place);
    expect(placeOf({ ...view, category: 'own/AssetType/8/' })).not.toBe(place);
    expect(placeOf(view, 1)).not.toBe(place);
    step.mockRestore();
  });

  it('the first letter waiting for what was read while nobody typed yet', () => {
    const { library } = openLibrary();
    fill(
      library,
      Array.from({ length: 9000 }, (_, index) => `Hat ${index}`),
    );
    // Nothing is quick any more: a slice is one step.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
    const view = { scope: 1, category: allItemsKey, search: 'ha', sort: 'relevance' } as const;
    const slices = (ask: () => object | true | null) => {
      let count = 1;
      while (ask() === null) count += 1;
      return count;
    };
    const preparing = slices(() => library.holdings.tryPrepareSearch(1, allItemsKey));
    const first = slices(() => library.holdings.tryPage(view, 0));
    const second = slices(() => library.holdings.tryPage({ ...view, search: 'hat' }, 0));
    expect(preparing).toBeGreaterThan(5);
    // Going through the names is all that is left to be done.
    expect(first).toBe(second);
  });
});
