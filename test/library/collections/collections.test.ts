import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { NewCollection } from '../../../electron/library/collections/collections.ts';
import type { Library } from '../../../electron/library/library.ts';
import { collectionLimits } from '../../../shared/collections.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { ViewContent } from '../../../shared/views.ts';
import { openLibrary } from '../../support/library-folder.ts';

function create(library: Library, name: string, more: Partial<NewCollection> = {}): number {
  const look = { icon: null, colour: null, note: null, view: null };
  return library.collections.create({ ...look, parentId: null, position: null, ...more, name }).answer.id;
}

const hats = (...ids: number[]): ItemRef[] => ids.map((id) => ({ type: 'Asset', id }));
const code = (expected: ErrorCode) => expect.objectContaining({ code: expected }) as unknown;
const names = (library: Library) => library.collections.state().collections.map(({ name }) => name);
const idsOf = (library: Library, id: number) =>
  library.collectionPages.page({ id, search: '', sort: 'custom' }, 0).items.map((item) => item.id);
const view: ViewContent = {
  ...({ scope: 'all', category: 'own/*', search: 'hat', sort: 'newest', owned: 'any' } as const),
  filter: { isLimited: true },
};

describe('the tree', () => {
  it('a collection inside itself, or a tree deeper than anybody can open', () => {
    const { library } = openLibrary();
    const top = create(library, 'Top');
    const below = create(library, 'Below', { parentId: top });
    const before = library.collections.state();
    expect(() => library.collections.move(top, top, 0)).toThrow(code('collectionInsideItself'));
    expect(() => library.collections.move(top, below, 0)).toThrow(code('collectionInsideItself'));
    let deepest = below;
    for (let level = 3; level <= collectionLimits.levels; level += 1)
      deepest = create(library, `Level ${level}`, { parentId: deepest });
    expect(() => create(library, 'Too deep', { parentId: deepest })).toThrow(code('collectionTooDeep'));
    const pair = create(library, 'Pair');
    create(library, 'Of two', { parentId: pair });
    expect(() => library.collections.move(pair, deepest, 0)).toThrow(code('collectionTooDeep'));
    expect(library.collections.state().collections.slice(0, 2)).toEqual(before.collections);
  });

  it.each([
    ['', 'collectionNameMissing'],
    [' \n\t ', 'collectionNameMissing'],
    ['\u200b\u200f', 'collectionNameMissing'],
    ['x'.repeat(10_000), 'collectionNameTooLong'],
    ['👑'.repeat(101), 'collectionNameTooLong'],
  ] as const)('a collection called "%s"', (name, expected) => {
    const { library } = openLibrary();
    expect(() => create(library, name)).toThrow(code(expected));
    const id = create(library, 'Hats');
    expect(() => library.collections.edit({ id, name })).toThrow(code(expected));
    expect(() => library.collections.edit({ id, note: 'x'.repeat(2001) })).toThrow(
      code('collectionNoteTooLong'),
    );
    expect(names(library)).toEqual(['Hats']);
    expect(library.undo.state().undo?.name).toEqual({ kind: 'createCollection', collection: 'Hats' });
  });

  it('a name changed on its way in, or a second one of it refused', () => {
    const { library } = openLibrary();
    for (const name of ['  قبعات  ', 'קסדות\nוכתרים', 'Hats', 'Hats', '👑'.repeat(100), 'a\ud800b'])
      create(library, name);
    expect(names(library)).toEqual(['قبعات', 'קסדות וכתרים', 'Hats', 'Hats', '👑'.repeat(100), 'a\ufffdb']);
  });

  it('siblings in another order than they were put in', () => {
    const { library } = openLibrary();
    const [one = 0, two = 0, three = 0] = ['One', 'Two', 'Three'].map((name) => create(library, name));
    create(library, 'First', { position: 0 });
    library.collections.trash(two);
    library.collections.move(one, null, 2);
    expect(names(library)).toEqual(['First', 'Three', 'One']);
    library.collections.move(three, one, 99);
    expect(library.collections.move(three, one, 0).touched).toBeNull();
    expect(names(library)).toEqual(['First', 'One', 'Three']);
    library.collections.restore(two);
    expect(names(library)).toEqual(['First', 'Two', 'One', 'Three']);
  });

  it('what was in a collection lost with it, or coming back without it', () => {
    const { library } = openLibrary();
    const top = create(library, 'Top');
    const below = create(library, 'Below', { parentId: top, items: hats(1, 2) });
    const lowest = create(library, 'Lowest', { parentId: below });
    library.collections.trash(lowest);
    const { answer } = library.collections.trash(top);
    expect(answer.collections).toEqual([]);
    expect(answer.trash).toMatchObject([
      { id: top, below: 1 },
      { id: lowest, below: 0 },
    ]);
    expect(() => library.filing.add(below, hats(3), null)).toThrow(code('collectionUnknown'));
    expect(library.filing.of(hats(1))).toEqual([]);
    library.collections.restore(lowest);
    expect(library.collections.state().collections).toMatchObject([{ id: lowest, parentId: null }]);
    library.collections.restore(top);
    expect(idsOf(library, below)).toEqual([1, 2]);
    library.collections.trash(top);
    expect(library.collections.emptyTrash().answer).toMatchObject({
      trash: [],
      collections: [{ id: lowest }],
    });
    expect(() => library.collections.restore(top)).toThrow(code('collectionUnknown'));
    library.undo.undo(null);
    library.collections.restore(top);
    expect(idsOf(library, below)).toEqual([1, 2]);
  });

  it.each([
    ['stands still', [5000, 5000, 5000]],
    ['is set back', [5000, 3000, 1000]],
  ] as const)('what went into the trash last not standing first there: the clock %s', (_how, times) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { library } = openLibrary();
    // Neither in the order of their numbers nor the other way round.
    const [first, second, third] = ['First', 'Second', 'Third'].map((name) => create(library, name));
    const order = [second, third, first] as number[];
    for (const [index, id] of order.entries()) {
      vi.setSystemTime(times[index] ?? 0);
      library.collections.trash(id);
    }
    const trashed = () => library.collections.state().trash.map(({ id }) => id);
    expect(trashed()).toEqual(order.toReversed());
    library.undo.undo(null);
    library.undo.redo(null);
    expect(trashed()).toEqual(order.toReversed());
  });

  it('a collection nobody knows passing for one', () => {
    const { library } = openLibrary();
    const { collections, filing, collectionPages } = library;
    const known = create(library, 'Known');
    const unknown = code('collectionUnknown');
    expect(() => create(library, 'Orphan', { parentId: 99 })).toThrow(unknown);
    expect(() => collections.edit({ id: 99, name: 'x' })).toThrow(unknown);
    expect(() => collections.move(99, null, 0)).toThrow(unknown);
    expect(() => collections.move(known, 99, 0)).toThrow(unknown);
    expect(() => collections.trash(99)).toThrow(unknown);
    expect(() => collections.restore(99)).toThrow(unknown);
    expect(() => filing.add(99, hats(1), null)).toThrow(unknown);
    expect(() => filing.remove(99, hats(1))).toThrow(unknown);
    expect(() => filing.arrange(99, hats(1), 0)).toThrow(unknown);
    expect(() => filing.transfer(known, 99, { items: hats(1), isCopy: true, position: null })).toThrow(
      unknown,
    );
    expect(() => collectionPages.page({ id: 99, search: '', sort: 'name' }, 0)).toThrow(unknown);
    expect(library.collections.state().collections).toHaveLength(1);
  });

  it('one collection more than there may be, and a place freed by nothing', () => {
    const { library } = openLibrary();
    const collections = Array(collectionLimits.collections - 1).fill({ name: 'x' });
    const file = JSON.stringify({ format: 'satchel.collections', version: 1, collections });
    const first = create(library, 'First');
    library.collectionFiles.import(library.collectionFiles.preview(file, 'x').token, first, null);
    expect(() => create(library, 'Too many')).toThrow(code('collectionsTooMany'));
    library.collections.trash(first);
    expect(() => create(library, 'Too many')).toThrow(code('collectionsTooMany'));
    library.collections.emptyTrash();
    create(library, 'Fits');
  });
});

describe('a smart collection', () => {
  it('filed into, or read as if somebody had filled it', () => {
    const { library } = openLibrary();
    const smart = create(library, 'Limited hats', { view });
    const other = create(library, 'Others');
    expect(library.collections.state().collections).toMatchObject([
      { view, count: null },
      { view: null, count: 0 },
    ]);
    const isSmart = code('collectionSmart');
    expect(() => library.filing.add(smart, hats(1), null)).toThrow(isSmart);
    expect(() =>
      library.filing.transfer(other, smart, { items: hats(1), isCopy: false, position: null }),
    ).toThrow(isSmart);
    expect(() => library.collectionPages.page({ id: smart, search: '', sort: 'custom' }, 0)).toThrow(isSmart);
    expect(() => create(library, 'Both', { view, items: hats(1) })).toThrow(isSmart);
    expect(() => library.collections.edit({ id: other, view })).toThrow(code('collectionNotSmart'));
    const edited = library.collections.edit({ id: smart, view: { ...view, search: 'cap' } }).answer;
    expect(edited.view).toEqual({ ...view, search: 'cap' });
  });
});

describe('items', () => {
  it('one that is in already filed twice, moved, or counted as news', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats');
    expect(library.filing.add(id, hats(1, 2, 3, 2), null).answer).toEqual({ filed: 3, already: 0 });
    expect(library.filing.add(id, hats(3, 4, 1), 0).answer).toEqual({ filed: 1, already: 2 });
    expect(idsOf(library, id)).toEqual([4, 1, 2, 3]);
    expect(library.filing.add(id, hats(1, 2), null)).toEqual({
      answer: { filed: 0, already: 2 },
      touched: null,
    });
    expect(library.undo.state().undo?.name).toEqual({ kind: 'addItems', count: 1, collection: 'Hats' });
    expect(library.filing.remove(id, hats(9)).touched).toBeNull();
    expect(library.filing.remove(id, hats(9, 2)).answer).toBe(1);
    expect(library.collections.state().collections).toMatchObject([{ count: 3 }]);
  });

  it('an item missing from where it was moved to, or left where it was moved from', () => {
    const { library } = openLibrary();
    const from = create(library, 'From', { items: hats(1, 2, 3) });
    const to = create(library, 'To', { items: hats(3) });
    expect(
      library.filing.transfer(from, to, { items: hats(3, 1, 9), isCopy: false, position: null }).answer,
    ).toEqual({ filed: 1, already: 1 });
    expect([idsOf(library, from), idsOf(library, to)]).toEqual([[2], [3, 1]]);
    expect(library.undo.state().undo?.name).toEqual({ kind: 'moveItems', count: 2, from: 'From', to: 'To' });
    library.undo.undo(null);
    expect([idsOf(library, from), idsOf(library, to)]).toEqual([[1, 2, 3], [3]]);
    library.filing.transfer(from, to, { items: hats(2), isCopy: true, position: null });
    expect([idsOf(library, from), idsOf(library, to)]).toEqual([
      [1, 2, 3],
      [3, 2],
    ]);
    expect(
      library.filing.transfer(to, to, { items: hats(2), isCopy: false, position: null }).touched,
    ).toBeNull();
  });

  it('an item put between the same two neighbours for the thousandth time standing elsewhere', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', { items: hats(1, 2, 3) });
    for (let count = 0; count < 60; count += 1) library.filing.add(id, hats(1000 + count), 1);
    const expected = [1, ...Array.from({ length: 60 }, (_, count) => 1059 - count), 2, 3];
    expect(idsOf(library, id)).toEqual(expected);
    for (let count = 0; count < 60; count += 1) library.filing.arrange(id, hats(2, 1059), 1);
    expect(idsOf(library, id).slice(0, 4)).toEqual([1, 2, 1059, 1058]);
    while (library.undo.state().undo?.name.kind === 'arrangeItems') library.undo.undo(null);
    expect(idsOf(library, id)).toEqual(expected);
  });

  it('items that were refused counted all the same, where they were to go or where they were to leave', () => {
    const { library } = openLibrary();
    const some = create(library, 'Some', { items: hats(1, 2) });
    const most = Array.from({ length: collectionLimits.items - 1 }, (_, index) => index + 10);
    const full = create(library, 'Nearly full', { items: most.flatMap((id) => hats(id)) });
    const before = library.collections.state();
    const tooLarge = code('collectionTooLarge');
    expect(() => library.filing.add(full, hats(3, 4), null)).toThrow(tooLarge);
    const both = { items: hats(1, 2), isCopy: false, position: null };
    expect(() => library.filing.transfer(some, full, both)).toThrow(tooLarge);
    expect(library.collections.state()).toEqual(before);
    expect(library.filing.add(full, hats(3), null).answer).toEqual({ filed: 1, already: 0 });
  });

  it('items put where they are making a step, or losing what could be made again', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', { items: hats(1, 2, 3, 4) });
    library.filing.remove(id, hats(4));
    library.undo.undo(null);
    const before = library.undo.state();
    for (const [items, position] of [
      [hats(4), 3],
      [hats(4), 99],
      [hats(1), 0],
      [hats(2, 3, 2), 1],
      [hats(1, 2, 3, 4), 2],
      [hats(9), 0],
    ] as const)
      expect(library.filing.arrange(id, items, position)).toEqual({ answer: 0, touched: null });
    expect(library.undo.state()).toEqual(before);
    expect(library.filing.arrange(id, hats(3, 2), 1)).toEqual({ answer: 2, touched: [id] });
    expect(library.filing.arrange(id, hats(1, 2), 1)).toEqual({ answer: 2, touched: [id] });
    expect(idsOf(library, id)).toEqual([3, 1, 2, 4]);
  });

  it('an item of one kind taken for another of the same number', () => {
    const { library } = openLibrary();
    const badge: ItemRef = { type: 'Badge', id: 1 };
    const id = create(library, 'Both', { items: [...hats(1), badge] });
    library.filing.remove(id, [badge]);
    expect(library.filing.of([...hats(1), badge])).toEqual([{ id, items: 1 }]);
    expect(library.filing.of([badge])).toEqual([]);
  });
});
