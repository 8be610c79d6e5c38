/** cache.db: what each endpoint was last found to allow, so that a restart does not begin with a refusal. */
export const rateBudgetsStep = `
  CREATE TABLE rate_budget (
    key TEXT PRIMARY KEY, per_window INTEGER NOT NULL, window_ms INTEGER NOT NULL, sent INTEGER NOT NULL,
    window_started_at INTEGER NOT NULL, closed_until INTEGER NOT NULL, saved_at INTEGER NOT NULL
  ) WITHOUT ROWID;
`;
