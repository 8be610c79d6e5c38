import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors.ts';
import { en } from '../../../shared/locales/en.ts';
import { askAbout, isDone, ownedAndForeign, players, readSheet } from '../../support/ownership-rig.ts';
import { faults, type Fault } from '../../support/roblox-faults.ts';

const [first, second, third, , hidden] = players;
if (!first || !second || !third || !hidden) throw new Error('There are five players');
const { catalogue } = first;
const { owned, foreign } = ownedAndForeign();

describe('a refusal', () => {
  it.each<[number, number, ErrorCode]>([
    [400, 5, 'gamePassNotFound'],
    [400, 6, 'itemTypeUnknown'],
    [400, 7, 'assetNotFound'],
    [400, 10, 'badgeNotFound'],
    [400, 12, 'bundleNotFound'],
  ])('%i code %i without its sentence, or asked of every account', async (status, code, expected) => {
    const of = new RegExp(`/items/Asset/${owned}`);
    // Among others: at the very end of a list nobody waits for what another account is told.
    const others = Array.from({ length: 40 }, (_, place) => catalogue.assetId(8, 770_001 + place));
    const { columns, requests, progress } = await askAbout([owned, ...others].join('\n'), ({ server }) =>
      server.fail(of, faults.refusal(status, code)),
    );
    for (const { cells } of columns.filter(({ accountId }) => accountId !== hidden.userId)) {
      expect(cells[0]).toMatchObject({ state: 'failed', code: expected });
      expect(cells.slice(1).every(({ state }) => state === 'notOwned')).toBe(true);
    }
    expect(requests(of)).toBe(1);
    expect(progress.dealtWith).toBe(progress.total);
    expect(en.errors[expected].title).not.toBe('');
  });

  it('403 code 9 taken for a hidden inventory', async () => {
    const of = new RegExp(`/items/Asset/${owned}$`);
    const { cells, requests } = await askAbout(`${owned}\n${foreign}`, ({ server }) =>
      server.fail(of, faults.refusal(403, 9)),
    );
    // Its copies cannot be had; whether there are any still can.
    expect(cells(first.userId)).toMatchObject([
      { state: 'owned', copies: 1, code: null },
      { state: 'notOwned' },
    ]);
    expect(requests(new RegExp(`/items/Asset/${owned}/is-owned$`))).toBeGreaterThan(0);
    const both = await askAbout(`${owned}\n${foreign}`, ({ server }) =>
      server.fail(new RegExp(`/items/Asset/${owned}`), faults.refusal(403, 9)),
    );
    expect(both.cells(first.userId)).toMatchObject([
      { state: 'failed', code: 'gamePassElsewhere' },
      { state: 'notOwned' },
    ]);
  });

  it('a hidden inventory not asked what Roblox answers of it, or asked twice an item', async () => {
    const [number = 0] = hidden.inventory.collectibles;
    const theirs = hidden.inventory.copy(number).asset.id;
    const ids = [
      foreign,
      theirs,
      ...Array.from({ length: 198 }, (_, place) => catalogue.assetId(8, 7000 + place)),
    ];
    const { cells, trouble, requests, world } = await askAbout(ids.join('\n'));
    expect(cells(hidden.userId)).toMatchObject([
      { state: 'notOwned', code: null },
      { state: 'owned', code: null },
      ...Array.from({ length: 198 }, () => ({ state: 'notOwned' })),
    ]);
    expect(requests(new RegExp(`/users/${hidden.userId}/items/`))).toBe(201);
    expect(trouble(hidden.userId)).toBeNull();
    expect(world.hidden).toEqual([hidden.userId]);
  });

  it('a hidden inventory of which nothing at all is answered asked about item by item', async () => {
    const ids = Array.from({ length: 200 }, (_, place) => catalogue.assetId(8, 7000 + place));
    const of = new RegExp(`/users/${hidden.userId}/items/`);
    const { cells, trouble, requests, world } = await askAbout(ids.join('\n'), ({ server }) =>
      server.fail(of, faults.refusal(403, 4)),
    );
    expect(requests(of)).toBe(2);
    expect(new Set(cells(hidden.userId).map(({ state }) => state))).toEqual(new Set(['hidden']));
    expect(trouble(hidden.userId)?.code).toBe('inventoryHidden');
    expect(world.hidden).toEqual([hidden.userId]);
  });

  it('a badge in front of the list deciding whether a hidden inventory is asked', async () => {
    const badge = `https://www.roblox.com/badges/${catalogue.badgeId(1)}/x`;
    const lists = [
      [badge, foreign],
      [foreign, badge],
    ].map((lines) => askAbout(lines.join('\n')));
    for (const { cells } of await Promise.all(lists))
      expect(cells(hidden.userId).every(({ state }) => ['owned', 'notOwned'].includes(state))).toBe(true);
  });

  it.each<[string, Fault, ErrorCode]>([
    ['no such user', faults.refusal(400, 1), 'userNotFound'],
    ['an ended session', faults.sessionEnded(), 'sessionEnded'],
    ['a second step', faults.challenge(), 'challengeRequired'],
  ])('%s asked on, or held against the others', async (_what, fault, code) => {
    const ids = Array.from({ length: 50 }, (_, place) => catalogue.assetId(8, 7000 + place));
    const of = `/inventory/v1/users/${first.userId}/items/`;
    const { cells, trouble, requests } = await askAbout(ids.join('\n'), ({ server }) =>
      server.fail(of, fault),
    );
    expect(trouble(first.userId)?.code).toBe(code);
    expect(cells(first.userId).every(({ state }) => state === 'unknown')).toBe(true);
    expect(requests(new RegExp(of))).toBe(1);
    expect(cells(second.userId).every(({ state }) => state === 'notOwned')).toBe(true);
  });

  it.each<[string, Fault, ErrorCode]>([
    ['half an answer', faults.notJson(), 'answerMalformed'],
    ['a page of HTML', faults.html(), 'answerMalformed'],
    ['another shape', faults.wrongType(), 'answerMalformed'],
    ['an error of Roblox', faults.refusal(500, 0), 'robloxFailed'],
  ])('%s taken for an answer, or losing the others', async (_what, fault, code) => {
    const only = await askAbout(`${owned}\n${foreign}`, ({ server }) =>
      server.fail(new RegExp(`/items/Asset/${owned}$`), fault),
    );
    expect(only.cells(first.userId)).toMatchObject([{ state: 'owned', copies: 1 }, { state: 'notOwned' }]);
    const both = await askAbout(`${owned}\n${foreign}`, ({ server }) =>
      server.fail(new RegExp(`/items/Asset/${owned}`), fault),
    );
    expect(both.cells(first.userId)).toMatchObject([{ state: 'failed', code }, { state: 'notOwned' }]);
    // The next round asks just those again.
    both.server.clear();
    await both.run.engine.start(false);
    await both.until(both.run.engine, isDone);
    const again = both.server.requestsTo(/\/items\//).map(({ path }) => path);
    expect(again.filter((path) => !path.includes(String(hidden.userId)))).toHaveLength(4);
    expect(readSheet(both.run).columns[0]?.cells).toMatchObject([{ state: 'owned', code: null }, {}]);
  });

  it('a Roblox that answers nothing asked a thousand times', async () => {
    const ids = Array.from({ length: 300 }, (_, place) => catalogue.assetId(8, 7000 + place));
    const { trouble, cells, server } = await askAbout(ids.join('\n'), (rig) =>
      rig.server.fail(/\/items\//, faults.html()),
    );
    expect(trouble(first.userId)?.code).toBe('answerMalformed');
    expect(cells(first.userId).filter(({ state }) => state === 'unknown').length).toBeGreaterThan(250);
    expect(server.requestsTo(`/inventory/v1/users/${first.userId}/`).length).toBeLessThan(60);
  });
});
