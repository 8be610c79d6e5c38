import { describe, expect, it } from 'vitest';
import type { OwnedRow } from '../../../electron/library/holdings.ts';
import { categoryFacts } from '../../support/accounts.ts';
import {
  askAbout,
  isDone,
  ownedAndForeign,
  players,
  readSheet,
  startOwnership,
} from '../../support/ownership-rig.ts';
import { faults } from '../../support/roblox-faults.ts';

const [first, second, third, , hidden] = players;
if (!first || !second || !third || !hidden) throw new Error('There are five players');
const { inventory } = first;
const { owned, foreign } = ownedAndForeign();
const [badge = { id: 0 }] = inventory.badges;
const [pass = 0] = inventory.gamePasses;
const lists = `https://www.roblox.com`;

describe('an answer', () => {
  it('copies, instance ids or the name left out, or asked for by more than one request', async () => {
    const { cells, rows, requests, run } = await askAbout(String(owned));
    const count = inventory.copiesOf(owned).length;
    expect(cells(first.userId)).toMatchObject([{ state: 'owned', copies: count }]);
    expect(rows[0]).toMatchObject({
      name: inventory.copy(inventory.copiesOf(owned)[0] ?? 0).name,
      isKnown: true,
    });
    const facts = await run.library.ownershipAnswers.facts({ type: 'Asset', id: owned }, [first.userId]);
    const ids = inventory.copiesOf(owned).map((number) => inventory.copy(number).userAssetId);
    expect([...(facts[0]?.instanceIds ?? [])].sort()).toEqual([...ids].sort());
    expect(facts[0]?.source).toBe('answer');
    // One of each account; nobody was asked whether as well but the one that shows its copies to nobody.
    expect(requests(/\/items\//)).toBe(6);
    expect(requests(/is-owned$/)).toBe(1);
  });

  it('copies that Roblox gives no number counted as one, or as copies with one', async () => {
    const row = { type: 'Asset', id: owned, name: 'Hat' };
    const { cells, run } = await askAbout(String(owned), ({ server }) =>
      server.fail(/\/items\//, faults.status(200, { data: [row, row, row], nextPageCursor: null })),
    );
    expect(cells(first.userId)).toMatchObject([{ state: 'owned', copies: 3 }]);
    const facts = await run.library.ownershipAnswers.facts({ type: 'Asset', id: owned }, [first.userId]);
    expect(facts[0]?.instanceIds).toEqual([]);
  });

  it('a copy that nobody could read taken for none: an item that is owned called not owned', async () => {
    const unreadable = { type: 'Asset', id: owned, name: null };
    const { cells } = await askAbout(String(owned), ({ server }) =>
      server.fail(/\/items\//, faults.status(200, { data: [unreadable], nextPageCursor: null })),
    );
    expect(cells(first.userId)).toMatchObject([{ state: 'owned', copies: 1 }]);
  });

  it('a badge and a pass whose names are known asked about by rows instead of a bare yes or no', async () => {
    const text = `${lists}/badges/${badge.id}/x\n${lists}/game-pass/${pass}/x`;
    const rig = await startOwnership({ limitFactor: 100 });
    const run = rig.start();
    const nothingMore = { assetType: null, creatorName: null, priceInRobux: null };
    run.files.items.save({ type: 'Badge', id: badge.id, name: 'Welcome', ...nothingMore });
    await run.library.ownershipList.paste(text, true);
    await run.engine.start(false);
    await rig.until(run.engine, isDone);
    const paths = rig.server.requestsTo(`/inventory/v1/users/${first.userId}/items/`).map(({ path }) => path);
    expect(paths.find((path) => path.includes('/Badge/'))).toMatch(/is-owned$/);
    expect(paths.find((path) => path.includes('/GamePass/'))).toMatch(/\/\d+$/);
    const { rows, columns } = readSheet(run);
    expect(columns.find(({ accountId }) => accountId === first.userId)?.cells).toMatchObject([
      { state: 'owned', copies: 1, code: null },
      { state: 'owned', copies: 1, code: null },
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['Welcome', expect.any(String)]);
  });

  it('what fresh lists say asked about again, or what they lack not told', async () => {
    const rig = await startOwnership({ limitFactor: 100 });
    const run = rig.start();
    const at = rig.clock.now() - 60_000;
    const key = 'own/AssetType/8/';
    const row = (id: number, instanceId: number): OwnedRow => ({
      ...{ type: 'Asset', id, name: `Hat ${id}`, assetType: 8, creatorName: null, priceInRobux: null },
      ...{ instanceId, serialNumber: null, acquiredAt: null },
    });
    const refresh = (userId: number, rows: readonly OwnedRow[], unreadableRows = 0) => {
      run.files.categories.save(userId, [categoryFacts(8)], at);
      run.files.holdings.begin(userId, key, at);
      run.files.holdings.commitPage(userId, key, { rows, unreadableRows, nextCursor: null });
      run.files.holdings.publish(userId, key, at);
    };
    refresh(first.userId, [row(owned, 71), row(owned, 72), row(foreign, 73)]);
    refresh(second.userId, [row(owned, 81)]);
    // A list with rows nobody could read says nothing of what it lacks.
    refresh(third.userId, [row(owned, 91)], 1);
    await run.library.ownershipList.paste(`${owned}\n${foreign}`, true);
    const before = readSheet(run).columns;
    const cellsOf = (userId: number) => before.find(({ accountId }) => accountId === userId)?.cells;
    expect(cellsOf(first.userId)).toMatchObject([
      { state: 'owned', copies: 2, at },
      { state: 'owned', copies: 1, at },
    ]);
    expect(cellsOf(second.userId)).toMatchObject([
      { state: 'owned', at },
      { state: 'notOwned', at },
    ]);
    expect(cellsOf(third.userId)).toMatchObject([
      { state: 'owned', at },
      { state: 'unknown', at: null },
    ]);
    const facts = await run.library.ownershipAnswers.facts({ type: 'Asset', id: owned }, [first.userId]);
    expect(facts).toMatchObject([{ source: 'lists', instanceIds: [71, 72] }]);

    await run.engine.start(false);
    await rig.until(run.engine, isDone);
    const paths = rig.server.requestsTo(/\/items\//).map(({ path }) => path);
    expect(paths.filter((path) => path.includes(String(first.userId)))).toEqual([]);
    expect(paths.filter((path) => path.includes(String(second.userId)))).toEqual([]);
    expect(paths.filter((path) => path.includes(String(third.userId)))).toHaveLength(1);
  });
});
