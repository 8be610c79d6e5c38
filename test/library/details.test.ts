import { describe, expect, it } from 'vitest';
import type { Library } from '../../electron/library/library.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const accountId = 1;
const hats = 'own/AssetType/8/';
const hat = { type: 'Asset', id: 55 } as const;

function start(): Library {
  const { library } = openLibrary();
  addAccount(library, accountId);
  library.categories.save(accountId, [categoryFacts(8)], 1);
  return library;
}

/** A refresh of the hats that finds these copies of the hat, and another one. */
function refreshHats(library: Library, instanceIds: readonly number[], at: number, unreadableRows = 0): void {
  const facts = { assetType: 8, creatorName: null, priceInRobux: null, acquiredAt: null };
  const copies = instanceIds.map((instanceId) => ({
    ...{ ...hat, name: 'Crown', instanceId, serialNumber: instanceId, ...facts },
  }));
  const other = { type: 'Asset', id: 9, name: 'Cap', instanceId: 90, serialNumber: null, ...facts } as const;
  library.holdings.begin(accountId, hats, at);
  library.holdings.commitPage(accountId, hats, {
    rows: [...copies, other],
    unreadableRows,
    nextCursor: null,
  });
  library.holdings.publish(accountId, hats, at);
}

function refreshCollectibles(library: Library, instanceIds: readonly number[], at: number): void {
  const facts = {
    serialNumber: 3,
    recentAveragePrice: 700,
    originalPrice: 100,
    assetStock: 50,
    isOnHold: false,
  };
  const rows = instanceIds.map((instanceId) => ({ assetId: hat.id, name: 'Crown', instanceId, ...facts }));
  library.collectibles.begin(accountId, at);
  library.collectibles.commitPage(accountId, { rows, unreadableRows: 0, nextCursor: null });
  library.collectibles.publish(accountId, at);
}

/** What the details, the page of the item and the ownership matrix say, which must be one thing. */
function told(library: Library) {
  const details = library.details.read(accountId, hat);
  const [page] = library.overviews.read(hat).accounts;
  const [cell] = library.ownershipAnswers.facts(hat, [accountId]);
  const instances = details.copies.map(({ instanceId }) => instanceId);
  expect(page?.standing).toBe({ true: 'owned', false: 'notOwned', null: 'unknown' }[String(details.isOwned)]);
  expect(page?.instances).toEqual(details.copies);
  if (details.isOwned !== null)
    expect(cell).toMatchObject({ state: page?.standing, at: details.savedAt, instanceIds: instances });
  return { isOwned: details.isOwned, at: details.savedAt, instances };
}

describe('whether an item is owned', () => {
  it('not known, or without its copies, of what a list shows and nobody asked about', () => {
    const library = start();
    refreshHats(library, [4, 5], 100);
    expect(told(library)).toEqual({ isOwned: true, at: 100, instances: [4, 5] });
    expect(library.details.read(accountId, hat).copies.map((copy) => copy.serialNumber)).toEqual([4, 5]);
  });

  it('an old answer believed over a newer list', () => {
    const library = start();
    library.details.saveAnswer(accountId, hat, false, [], 50);
    refreshHats(library, [4, 5], 100);
    expect(told(library)).toEqual({ isOwned: true, at: 100, instances: [4, 5] });
    library.details.saveAnswer(accountId, hat, true, [4], 150);
    expect(told(library)).toEqual({ isOwned: true, at: 150, instances: [4] });
    refreshHats(library, [], 200);
    expect(told(library)).toEqual({ isOwned: false, at: 200, instances: [] });
    library.details.saveAnswer(accountId, hat, true, [6], 250);
    expect(told(library)).toEqual({ isOwned: true, at: 250, instances: [6] });
  });

  it('a limited of the collectibles called missing because an older list lacks it', () => {
    const library = start();
    refreshHats(library, [6], 50);
    refreshHats(library, [], 100);
    refreshCollectibles(library, [7], 200);
    expect(told(library)).toEqual({ isOwned: true, at: 200, instances: [7] });
    expect(library.details.read(accountId, hat).copies).toMatchObject([
      { serialNumber: 3, recentAveragePrice: 700 },
    ]);
    refreshHats(library, [], 300);
    expect(told(library)).toEqual({ isOwned: false, at: 300, instances: [] });
    refreshHats(library, [8], 400);
    expect(told(library)).toEqual({ isOwned: true, at: 400, instances: [8] });
  });

  it('a limited that only the collectibles have shown not known', () => {
    const library = start();
    refreshCollectibles(library, [7, 8], 200);
    expect(told(library)).toEqual({ isOwned: true, at: 200, instances: [7, 8] });
  });

  it('an item called missing because a list with rows nobody could read does not show it', () => {
    const library = start();
    refreshHats(library, [4], 100);
    refreshHats(library, [], 200, 1);
    expect(told(library)).toEqual({ isOwned: null, at: null, instances: [] });
  });
});
