import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { cacheMigrations } from '../../electron/library/cache-schema.ts';
import { generationsStep } from '../../electron/library/schema/generations.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';

/** A cache as the first Satchel wrote it: with gaps in the positions, a list under way, and a name on two lines. */
function folderOfFirstSatchel(): string {
  const folder = temporaryFolder();
  const cache = new DatabaseSync(`${folder}/cache.db`);
  cache.exec(`${cacheMigrations[0]}; PRAGMA user_version=1`);
  cache.exec(`
    INSERT INTO item VALUES ('Asset', 1, 'Cap', 'cap', 8, 'Ada', 5), ('Asset', 2, 'Two\nlines', 'two\nlines', 8, NULL, NULL),
      ('Asset', 3, 'New', 'new', 8, NULL, NULL);
    INSERT INTO refresh (account_id, subject, generation, saved_at, running_since, cursor, received)
      VALUES (1, '${hats}', 4, 1000, 2000, 'c', 1);
    INSERT INTO holding (account_id, category, generation, position, type, item_id, copies, acquired_at) VALUES
      (1, '${hats}', 4, 0, 'Asset', 2, 1, 900), (1, '${hats}', 4, 7, 'Asset', 1, 2, 800),
      (1, '${hats}', 5, 0, 'Asset', 3, 1, 950);
    INSERT INTO copy VALUES (1, '${hats}', 4, 'Asset', 2, 20, NULL, 900), (1, '${hats}', 4, 'Asset', 1, 10, 77, 800),
      (1, '${hats}', 4, 'Asset', 1, 11, NULL, 700), (1, '${hats}', 5, 'Asset', 3, 30, NULL, 950)`);
  cache.close();
  return folder;
}

it('anything of a cache of the first Satchel lost, in another order, or not to be gone on with', () => {
  const { library } = openLibrary(folderOfFirstSatchel());
  const namesOf = (search: string) => {
    const view = { scope: 1, category: hats, search, sort: 'newest' } as const;
    return library.holdings.page(view, 0).items.map(({ name, copies }) => [name, copies]);
  };
  expect(namesOf('')).toEqual([
    ['Two\nlines', 1],
    ['Cap', 2],
  ]);
  expect(namesOf('two lines')).toEqual([['Two\nlines', 1]]);
  const { copies, item } = library.details.read(1, { type: 'Asset', id: 1 });
  expect(copies.map(({ instanceId, serialNumber }) => [instanceId, serialNumber])).toEqual([
    [10, 77],
    [11, null],
  ]);
  expect(item).toMatchObject({ creatorName: 'Ada', priceInRobux: 5 });
  const rest = { name: 'Cap', assetType: 8, creatorName: null, priceInRobux: null, serialNumber: null };
  const row = { type: 'Asset', id: 1, instanceId: 10, acquiredAt: 800, ...rest } as const;
  library.holdings.commitPage(1, hats, { rows: [row], unreadableRows: 0, nextCursor: null });
  library.holdings.publish(1, hats, 3000);
  expect(namesOf('')).toEqual([
    ['New', 1],
    ['Cap', 1],
  ]);
});

it('a list of an account that is added again deleted as one that was left over before the step', () => {
  const folder = temporaryFolder();
  const cache = new DatabaseSync(`${folder}/cache.db`);
  const before = cacheMigrations.slice(0, cacheMigrations.indexOf(generationsStep));
  cache.exec(`${before.join(';')}; PRAGMA user_version=${before.length}`);
  cache.exec(`INSERT INTO leftover VALUES (1, '${hats}', 1), (1, '${hats}', 2)`);
  cache.close();
  const { library } = openLibrary(folder);
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  const row = { type: 'Asset', id: 1, name: 'Cap', assetType: 8, instanceId: 10, ...nothingMore } as const;
  library.holdings.begin(1, hats, 1);
  library.holdings.commitPage(1, hats, { rows: [row], unreadableRows: 0, nextCursor: null });
  library.holdings.publish(1, hats, 1);
  while (library.leftovers.deleteSome());
  expect(library.items.find(1, row)?.copies).toBe(1);
});
