import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';

/** keep.db as a Satchel without local collections left it: four steps, and a diary that mentions an item. */
function folderBeforeCollections(): string {
  const folder = temporaryFolder();
  const keep = new DatabaseSync(`${folder}/keep.db`);
  keep.exec(`${keepMigrations.slice(0, 4).join(';')}; PRAGMA user_version=4`);
  keep.exec(`
    INSERT INTO account (id, kind, username, display_name, visibility, is_banned, position)
      VALUES (1, 'followed', 'ada', 'Ada', 'visible', 0, 0);
    INSERT INTO item_fact VALUES ('Asset', 5, 'Deleted hat', 'deleted hat', 'Asset-5-150', 8, 'Hats', 0, 100, 1234)`);
  keep.close();
  return folder;
}

it('what was kept before there were collections lost, or not known to them', () => {
  const folder = folderBeforeCollections();
  const { library } = openLibrary(folder);
  expect(existsSync(`${folder}/keep.before-5.db`)).toBe(true);
  expect(library.accounts.read().accounts).toMatchObject([{ id: 1, username: 'ada' }]);
  expect(library.collections.state()).toEqual({ collections: [], trash: [] });
  expect(library.undo.state()).toEqual({ undo: null, redo: null });
  const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
  const { id } = library.collections.create({
    ...plain,
    name: 'Hats',
    items: [{ type: 'Asset', id: 5 }],
  }).answer;
  expect(library.collectionPages.page({ id, search: '', sort: 'custom' }, 0).items).toMatchObject([
    { name: 'Deleted hat', isDeleted: true, priceInRobux: 100 },
  ]);
});
