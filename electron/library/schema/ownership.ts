/**
 * keep.db: the pasted list, line by line as it was pasted: also what was not understood of it, which has no item. A person made it,
 * so it is kept where nothing is deleted by itself. An item that stands in several lines is shown at its first.
 */
export const ownershipKeepStep = `
  CREATE TABLE ownership_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT, line INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT, item_id INTEGER, type_source TEXT, note TEXT, fault TEXT
  );
  CREATE INDEX ownership_line_of_item ON ownership_line (type, item_id);
  CREATE TABLE ownership_left_out (account_id INTEGER PRIMARY KEY);
`;

/** keep.db: the lines that were taken off last, all at once, for whoever wants them back. */
export const removedLinesStep = `
  CREATE TABLE ownership_line_removed (
    id INTEGER PRIMARY KEY, line INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT, item_id INTEGER, type_source TEXT, note TEXT, fault TEXT
  );
`;

/**
 * cache.db: what came of asking, which can be asked again. Answers themselves are those of \`item_answer\`: whoever asks about
 * an item answers everybody. Some say no more than yes or no, then their copies are not known (\`names_copies\`).
 */
export const ownershipCacheStep = `
  ALTER TABLE item_answer ADD COLUMN names_copies INTEGER NOT NULL DEFAULT 1;

  CREATE TABLE ownership_failure (
    account_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL, code TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;
  CREATE TABLE ownership_trouble (account_id INTEGER PRIMARY KEY, code TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE TABLE ownership_run (
    number INTEGER PRIMARY KEY CHECK (number = 1), started_at INTEGER NOT NULL, fresh_since INTEGER NOT NULL,
    is_paused INTEGER NOT NULL, finished_at INTEGER
  );
`;
