/** keep.db: what a person would miss. Never rebuilt, always written through to the disk. */
export const keepMigrations: readonly string[] = [
  `
  CREATE TABLE account (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, username TEXT NOT NULL, display_name TEXT NOT NULL,
    visibility TEXT NOT NULL, is_banned INTEGER NOT NULL, position INTEGER NOT NULL
  );
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
];
