import { describe, expect, it } from 'vitest';
import { readPastedLines } from '../../../electron/library/ownership/pasted-lines.ts';

function read(text: string) {
  return readPastedLines(text).map(({ items, fault }) => ({
    items: items.map(({ ref, isCertain, note }) => [ref.type, ref.id, isCertain, note]),
    fault,
  }));
}

describe('the lines of a pasted list', () => {
  it.each([
    ['1028606', 'Asset', 1028606, false, null],
    ['rbxassetid://1028606', 'Asset', 1028606, false, null],
    ['1028606 Red Baseball Cap', 'Asset', 1028606, false, 'Red Baseball Cap'],
    ['Red Baseball Cap 2 (1028606)', 'Asset', 1028606, false, 'Red Baseball Cap 2'],
    ['1028606: Red Baseball Cap', 'Asset', 1028606, false, 'Red Baseball Cap'],
    ['1028606\tRed Baseball Cap\t500', 'Asset', 1028606, false, 'Red Baseball Cap 500'],
    ['"Dominus","21070012"', 'Asset', 21070012, false, 'Dominus'],
    ['- 1028606', 'Asset', 1028606, false, null],
    ['12. 1028606', 'Asset', 1028606, false, null],
    ['#1028606 - the red one', 'Asset', 1028606, false, 'the red one'],
    ['https://www.roblox.com/catalog/1028606/Red-Cap', 'Asset', 1028606, true, null],
    ['roblox.com/de/catalog/1028606?x=1#y the red one', 'Asset', 1028606, true, 'the red one'],
    ['https://www.roblox.com/bundles/192/Knight', 'Bundle', 192, true, null],
    ['https://www.roblox.com/badges/2124445684/Welcome', 'Badge', 2124445684, true, null],
    ['https://www.roblox.com/game-pass/1234/VIP', 'GamePass', 1234, true, null],
    ['https://www.roblox.com/games/920587237/Adopt-Me', 'Asset', 920587237, true, null],
    ['https://create.roblox.com/store/asset/1028606', 'Asset', 1028606, true, null],
    ['http://www.roblox.com/asset/?id=1028606', 'Asset', 1028606, true, null],
    ['roblox.com/asset?version=2&id=1028606', 'Asset', 1028606, true, null],
    ['https://www.roblox.com/Item.aspx?seoname=Cap&ID=1028606', 'Asset', 1028606, true, null],
    ['cap, http://www.roblox.com/Red-Cap-item?id=1028606', 'Asset', 1028606, true, 'cap'],
    ['https://www.roblox.com/games/start?placeId=920587237&launchData=1', 'Asset', 920587237, true, null],
    ['https://m.roblox.com/catalog/1028606', 'Asset', 1028606, true, null],
    ['m.roblox.com/de/badges/13/Cap-item?id=14', 'Badge', 13, true, null],
    ['my 2 caps: https://www.roblox.com/catalog/1028606/Cap', 'Asset', 1028606, true, 'my 2 caps'],
    ['9007199254740991', 'Asset', 9007199254740991, false, null],
  ])('%s taken for another item, or its words lost', (text, type, id, isCertain, note) => {
    expect(read(text)).toEqual([{ items: [[type, id, isCertain, note]], fault: null }]);
  });

  it.each([
    ['the blue one from the summer event', 'noId'],
    ['12a34', 'noId'],
    ['-5', 'noId'],
    ['=HYPERLINK("x")', 'noId'],
    ['https://example.com/catalog/1028606', 'noId'],
    ['https://www.roblox.com/users/156/profile', 'noItemPage'],
    ['https://www.roblox.com/catalog/', 'noItemPage'],
    ['https://www.roblox.com/asset/?name=1028606', 'noItemPage'],
    ['https://www.roblox.com/user.aspx?id=1028606', 'noItemPage'],
    ['https://www.roblox.com/asset/?id=98765432109876543210', 'idNotSafe'],
    ['https://www.roblox.com/catalog/abc', 'noItemPage'],
    ['9007199254740992', 'idNotSafe'],
    ['98765432109876543210 a number too long', 'idNotSafe'],
    ['0', 'idNotSafe'],
    ['https://www.roblox.com/badges/98765432109876543210/x', 'idNotSafe'],
    ['1028606 98765432109876543210', 'idNotSafe'],
    ['https://www.roblox.com/catalog/1/a https://www.roblox.com/catalog/0/b', 'idNotSafe'],
  ])('%s taken for an item, or refused without its reason', (text, fault) => {
    expect(read(text)).toEqual([{ items: [], fault }]);
  });

  it('an id not understood for a sign that nobody sees, or a link for the Markdown around it', () => {
    for (const text of [
      '\u200B1028606',
      '1028606\u200E\uFEFF',
      '[a hat](https://www.roblox.com/catalog/1028606/hat)',
    ])
      expect(readPastedLines(text).flatMap(({ items }) => items.map(({ ref }) => ref.id))).toEqual([1028606]);
  });

  it('several items of one line lost', () => {
    expect(read('1, 2;3  4')[0]?.items.map(([, id]) => id)).toEqual([1, 2, 3, 4]);
    const links = 'https://www.roblox.com/catalog/1/a and https://www.roblox.com/bundles/2/b';
    expect(read(links)[0]?.items).toEqual([
      ['Asset', 1, true, 'and'],
      ['Bundle', 2, true, 'and'],
    ]);
  });

  it('a line counted wrongly after empty ones, or by the breaks of another system', () => {
    const lines = readPastedLines('1\r\n\r\n2\r3\n\n   \n4');
    expect(lines.map(({ line }) => line)).toEqual([1, 3, 4, 7]);
  });

  it('more than there is room for, cut off without a word', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, place) => place + 1);
    expect(readPastedLines(lines(10_000).join('\n'))).toHaveLength(10_000);
    const tooLong = expect.objectContaining({ code: 'ownershipListTooLong' }) as Error;
    expect(() => readPastedLines(lines(10_001).join('\n'))).toThrow(tooLong);
    expect(() => readPastedLines(lines(10_001).join(' '))).toThrow(tooLong);
  });

  it('a line of nothing but signs taking hours', { timeout: 5000 }, () => {
    const signs = '-:'.repeat(500_000);
    const [first, second] = readPastedLines(`5 ${signs}x\n${signs}6 7`);
    expect(first?.items[0]?.note).toBe('x');
    expect(second?.items[0]?.ref.id).toBe(7);
  });

  it('a text of one endless line kept whole, or torn within a character', () => {
    const [line] = readPastedLines(`5 ${'🎩'.repeat(200_000)}`);
    expect(line?.text.length).toBeLessThanOrEqual(300);
    expect(line?.items[0]?.note?.isWellFormed()).toBe(true);
  });
});
