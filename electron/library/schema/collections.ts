/**
 * keep.db: local collections, and the steps that changed them. The person's order is that of `place`: apart, so that most
 * of what is put between two others moves neither. What is in the trash stays in its place; only an emptied trash
 * deletes. A step holds what it changed as it was before and after, null for what was not there: taking it back and doing
 * it again are the same statement read from either side. A number is never given twice: steps and addresses hold it.
 */
export const collectionsSchema = `
  CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT, parent_id INTEGER, position INTEGER NOT NULL, name TEXT NOT NULL,
    icon TEXT, colour TEXT, note TEXT, view TEXT, trashed_at INTEGER
  );

  CREATE TABLE collection_item (
    collection_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL, place INTEGER NOT NULL,
    filed_at INTEGER NOT NULL,
    PRIMARY KEY (collection_id, type, item_id)
  ) WITHOUT ROWID;
  CREATE INDEX collection_item_by_place ON collection_item (collection_id, place);
  CREATE INDEX collection_of_item ON collection_item (type, item_id);

  CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, part TEXT NOT NULL, name TEXT NOT NULL,
    change TEXT NOT NULL, is_undone INTEGER NOT NULL
  );

  CREATE TABLE undo_item (
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    collection_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    before INTEGER, after INTEGER, filed_at INTEGER NOT NULL,
    PRIMARY KEY (step_id, collection_id, type, item_id)
  ) WITHOUT ROWID;
  `;
