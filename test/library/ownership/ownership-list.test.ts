import { describe, expect, it } from 'vitest';
import { Library } from '../../../electron/library/library.ts';
import { openLibrary } from '../../support/library-folder.ts';

function saveItem(library: Library, type: 'Asset' | 'Badge' | 'Bundle', id: number, name: string): void {
  library.items.save({ type, id, name, assetType: null, creatorName: null, priceInRobux: null });
}

function rowsOf(library: Library) {
  return library.ownershipList
    .read()
    .rows.map(({ type, id, typeSource, note }) => [type, id, typeSource, note]);
}

describe('the pasted list', () => {
  it('gone after a restart, in another order, or without what was not understood', () => {
    const { library, folder } = openLibrary();
    const text =
      '30 thirty\nno id here\nhttps://www.roblox.com/badges/20/x\n30 again\n98765432109876543210\n10';
    const outcome = library.ownershipList.paste(text, true);
    expect(outcome).toEqual({ items: 3, faulty: 2, repeated: 1 });
    library.close();
    const again = new Library(folder, () => undefined);
    expect(rowsOf(again)).toEqual([
      ['Asset', 30, 'assumed', 'thirty'],
      ['Badge', 20, 'address', null],
      ['Asset', 10, 'assumed', null],
    ]);
    const { faulty, repeated } = again.ownershipList.read();
    expect(faulty.map(({ line, text: words, fault }) => [line, words, fault])).toEqual([
      [2, 'no id here', 'noId'],
      [5, '98765432109876543210', 'idNotSafe'],
    ]);
    expect(repeated).toMatchObject([{ line: 4, text: '30 again', firstLine: 1 }]);
    again.close();
  });

  it('a bare id of a badge the library knows asked about as an asset', () => {
    const { library } = openLibrary();
    saveItem(library, 'Badge', 20, 'Welcome');
    saveItem(library, 'Bundle', 40, 'Knight');
    saveItem(library, 'Asset', 40, 'Cap');
    saveItem(library, 'Badge', 50, 'Both');
    saveItem(library, 'Bundle', 50, 'Both');
    library.ownershipList.paste('20\n40\n50\n60', true);
    expect(rowsOf(library)).toEqual([
      ['Badge', 20, 'library', null],
      ['Asset', 40, 'library', null],
      ['Asset', 50, 'assumed', null],
      ['Asset', 60, 'assumed', null],
    ]);
  });

  it('a kind that cannot be put right, or that takes along what a link says', () => {
    const { library } = openLibrary();
    library.ownershipList.paste('1\n2\nhttps://www.roblox.com/bundles/3/x\n1 twice', true);
    const [first] = library.ownershipList.read().rows;
    library.ownershipList.setType([first?.lineId ?? 0], 'GamePass');
    // The line that repeats it is the same item still.
    expect(rowsOf(library)).toEqual([
      ['GamePass', 1, 'chosen', null],
      ['Asset', 2, 'assumed', null],
      ['Bundle', 3, 'address', null],
    ]);
    library.ownershipList.setType('all', 'Badge');
    expect(rowsOf(library).map(([type]) => type)).toEqual(['Badge', 'Badge', 'Bundle']);
    saveItem(library, 'GamePass' as 'Badge', 2, 'VIP');
    library.ownershipList.setType('all', null);
    expect(rowsOf(library).map(([type, , source]) => [type, source])).toEqual([
      ['Asset', 'assumed'],
      ['GamePass', 'library'],
      ['Bundle', 'address'],
    ]);
  });

  it('a line that cannot be corrected, or whose correction is lost', () => {
    const { library } = openLibrary();
    library.ownershipList.paste('7\nfifty one\nfifty two', true);
    const [one, two] = library.ownershipList.read().faulty;
    expect(library.ownershipList.correct(one?.id ?? 0, 'still nothing')).toMatchObject({ faulty: 1 });
    expect(library.ownershipList.read().faulty[0]).toMatchObject({
      line: 2,
      text: 'still nothing',
      fault: 'noId',
    });
    const outcome = library.ownershipList.correct(one?.id ?? 0, '51 52 7');
    expect(outcome).toEqual({ items: 2, faulty: 0, repeated: 1 });
    expect(rowsOf(library).map(([, id]) => id)).toEqual([7, 51, 52]);
    library.ownershipList.correct(two?.id ?? 0, 'https://www.roblox.com/badges/9/x\nthe badge');
    // It stays where it stood.
    expect(rowsOf(library)[2]).toEqual(['Badge', 9, 'address', 'the badge']);
    expect(library.ownershipList.read().faulty).toEqual([]);
    const gone = expect.objectContaining({ code: 'ownershipLineUnknown' }) as Error;
    expect(() => library.ownershipList.correct(one?.id ?? 0, '5')).toThrow(gone);
  });

  it('a list too long by what was there before, half added', () => {
    const { library } = openLibrary();
    const lines = (first: number, count: number) =>
      Array.from({ length: count }, (_, at) => first + at).join('\n');
    library.ownershipList.paste(lines(1, 9_990), true);
    expect(() => library.ownershipList.paste(lines(20_000, 11), false)).toThrow(
      expect.objectContaining({ code: 'ownershipListTooLong' }) as Error,
    );
    expect(library.ownershipList.read().rows).toHaveLength(9_990);
    expect(library.ownershipList.paste(lines(20_000, 10), false)).toMatchObject({ items: 10 });
    // A new list has all the room.
    expect(library.ownershipList.paste(lines(1, 10_000), true)).toMatchObject({ items: 10_000 });
  });

  it('10,000 lines of rubbish losing one', () => {
    const { library } = openLibrary();
    const kinds = [
      (at: number) => String(1 + (at % 3000)),
      (at: number) => `https://www.roblox.com/badges/${at}/x`,
      (at: number) => `junk ${'\u{1f9e2}'.repeat(at % 5)} \u0000 ${String.fromCharCode(65 + (at % 26))}`,
      () => '98765432109876543210',
      (at: number) => `'; DROP TABLE ownership_line; -- ${at}x`,
    ];
    const lines = Array.from({ length: 10_000 }, (_, at) => kinds[at % kinds.length]?.(at + 1) ?? '');
    const { items, faulty, repeated } = library.ownershipList.paste(lines.join('\n'), true);
    const read = library.ownershipList.read();
    expect([items, faulty, repeated]).toEqual([read.rows.length, read.faulty.length, read.repeated.length]);
    expect(items + faulty + repeated).toBe(10_000);
    expect(faulty).toBe(6000);
    expect(new Set(read.faulty.map(({ line }) => line)).size).toBe(6000);
  });

  it('taking lines off leaving their repeats, or taking others', () => {
    const { library } = openLibrary();
    library.ownershipList.paste('1\n2\n1\nnothing', true);
    const [first] = library.ownershipList.read().rows;
    library.ownershipList.remove([first?.lineId ?? 0]);
    expect(library.ownershipList.read()).toMatchObject({ rows: [{ id: 2 }], repeated: [], faulty: [{}] });
    library.ownershipList.remove('faulty');
    expect(library.ownershipList.read().faulty).toEqual([]);
    library.ownershipList.remove('all');
    expect(library.ownershipList.read().rows).toEqual([]);
  });

  it('lines brought back changed, elsewhere, twice, or over what came since', () => {
    const { library } = openLibrary();
    const list = library.ownershipList;
    expect(() => list.bringBack()).toThrow(expect.objectContaining({ code: 'ownershipNothingRemoved' }));
    list.paste('1 one\n2\n1\nnothing\nhttps://www.roblox.com/badges/4/x', true);
    const [first, second] = list.read().rows;
    list.setType([second?.lineId ?? 0], 'Bundle');
    const before = list.read();
    expect(list.remove([first?.lineId ?? 0])).toBe(2);
    expect(list.removed()).toBe(2);
    expect(list.bringBack()).toBe(2);
    expect(list.read()).toEqual(before);
    expect(list.remove('all')).toBe(5);
    // Nothing goes where nothing is left: what went before can still be had.
    expect(list.remove('faulty')).toBe(0);
    list.paste('2\n9', false);
    expect(list.bringBack()).toBe(5);
    const { rows, faulty, repeated } = list.read();
    expect(rows).toEqual([...before.rows, expect.objectContaining({ id: 2, type: 'Asset' }), { ...rows[4] }]);
    expect(rows[4]).toMatchObject({ id: 9 });
    expect([faulty, repeated]).toEqual([before.faulty, before.repeated]);
    expect(() => list.bringBack()).toThrow(expect.objectContaining({ code: 'ownershipNothingRemoved' }));
  });

  it('a list that a new one took the place of gone for good, or brought back beyond what there is room for', () => {
    const { library, folder } = openLibrary();
    library.ownershipList.paste('1\n2', true);
    library.ownershipList.paste('3', true);
    library.close();
    const again = openLibrary(folder).library.ownershipList;
    expect(again.bringBack()).toBe(2);
    expect(again.read().rows.map(({ id }) => id)).toEqual([1, 2, 3]);
    const many = Array.from({ length: 10_000 }, (_, place) => place + 1).join('\n');
    again.paste(many, true);
    expect(() => again.bringBack()).toThrow(expect.objectContaining({ code: 'ownershipListTooLong' }));
    expect([again.read().rows.length, again.removed()]).toEqual([10_000, 3]);
  });
});
