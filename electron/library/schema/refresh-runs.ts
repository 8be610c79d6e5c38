/**
 * cache.db: refreshes of everything an account has. A list is done when its generation is past the one noted when the run
 * planned it: publishing it says so in the same transaction, whatever the clock does.
 */
export const refreshRunsStep = `
  CREATE TABLE refresh_run (
    account_id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, is_forced INTEGER NOT NULL,
    is_planned INTEGER NOT NULL DEFAULT 0, is_paused INTEGER NOT NULL DEFAULT 0, finished_at INTEGER
  );
  CREATE TABLE refresh_run_subject (
    account_id INTEGER NOT NULL, subject TEXT NOT NULL, position INTEGER NOT NULL, generation INTEGER NOT NULL,
    error TEXT,
    PRIMARY KEY (account_id, subject)
  ) WITHOUT ROWID;
  ALTER TABLE refresh ADD COLUMN published_rows INTEGER NOT NULL DEFAULT 0;
`;
