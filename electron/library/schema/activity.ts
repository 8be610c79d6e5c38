/** What Activity lists beyond this run: refreshes that have ended, and problems counted where they repeat. */
export const activitySchema = `
  CREATE TABLE refresh_record (
    number INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, subject TEXT NOT NULL,
    started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL, code TEXT, unreadable_rows INTEGER NOT NULL
  );
  CREATE TABLE problem_record (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, account_id INTEGER, subject TEXT NOT NULL, code TEXT,
    count INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, samples TEXT NOT NULL
  );
`;
