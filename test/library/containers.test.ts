import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { cacheMigrations } from '../../electron/library/cache-schema.ts';
import type { Library } from '../../electron/library/library.ts';
import { containersStep } from '../../electron/library/schema/containers.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';
const container = { type: 'Asset', id: 500 } as const;
const hat = { type: 'Asset', id: 1 } as const;

it('what packages contain lost when their table became one for bundles too', () => {
  const folder = temporaryFolder();
  const cache = new DatabaseSync(`${folder}/cache.db`);
  const before = cacheMigrations.slice(0, cacheMigrations.indexOf(containersStep));
  cache.exec(`${before.join(';')}; PRAGMA user_version=${before.length}`);
  cache.exec('INSERT INTO package_asset VALUES (500, 0, 9), (500, 1, 1), (501, 0, 1)');
  cache.close();
  const { containers } = openLibrary(folder).library;
  expect(containers.read(container)).toMatchObject({
    ...{ savedAt: null, goneAt: null, unreadableParts: 0 },
    parts: [{ type: 'Asset', id: 9 }, hat],
  });
  expect(containers.makeup(hat).partOf.map(({ id }) => id)).toEqual([500, 501]);
});

/** A list of hats as a refresh of an account found it. */
function refreshHats(library: Library, accountId: number, ids: readonly number[], at: number): void {
  const facts = { assetType: 8, creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  const rows = ids.map((id) => ({ type: 'Asset' as const, id, name: `Hat ${id}`, instanceId: id, ...facts }));
  library.holdings.begin(accountId, hats, at);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, at);
}

describe('who has a part', () => {
  function start() {
    const { library } = openLibrary();
    for (const accountId of [2, 1]) {
      addAccount(library, accountId);
      library.categories.save(accountId, [categoryFacts(8)], 1);
    }
    library.containers.save(container, [{ ...hat, name: null }], 0, 5);
    const standings = () => library.containers.read(container)?.parts[0]?.standings;
    return { library, standings };
  }

  it('an account missing, in another order, or called without it before anybody looked', () => {
    const { library, standings } = start();
    expect(standings()).toEqual(
      [2, 1].map((accountId) => ({ accountId, standing: 'unknown', copies: 0, asOf: null })),
    );
    refreshHats(library, 2, [1], 10);
    refreshHats(library, 1, [3], 20);
    expect(standings()).toEqual([
      { accountId: 2, standing: 'owned', copies: 1, asOf: 10 },
      { accountId: 1, standing: 'notOwned', copies: 0, asOf: 20 },
    ]);
  });

  it('what Roblox was asked, or a list, believed over what is newer', () => {
    const { library, standings } = start();
    refreshHats(library, 2, [1], 10);
    library.details.saveAnswer(2, hat, false, [], 15);
    library.details.saveAnswer(1, hat, true, [7, 8], 15);
    expect(standings()).toMatchObject([
      { standing: 'notOwned', asOf: 15 },
      { standing: 'owned', copies: 2 },
    ]);
    refreshHats(library, 2, [1], 20);
    refreshHats(library, 1, [3], 20);
    expect(standings()).toMatchObject([{ standing: 'owned', asOf: 20 }, { standing: 'notOwned' }]);
  });

  it('an item of no known kind called missing because some list does not show it', () => {
    const { library } = start();
    refreshHats(library, 1, [3], 20);
    library.containers.save(container, [{ type: 'Asset', id: 44, name: 'Mood' }], 0, 5);
    expect(library.containers.read(container)?.parts[0]).toMatchObject({
      ...{ name: 'Mood', standings: [{ standing: 'unknown' }, { standing: 'unknown' }] },
    });
    // Nothing else has named it: it is called so wherever it is shown.
    const mood = { type: 'Asset', id: 44 } as const;
    expect(library.details.read(1, mood).item.name).toBe('Mood');
    expect(library.overviews.read(mood)).toMatchObject({ isKnown: true, item: { name: 'Mood' } });
  });
});
