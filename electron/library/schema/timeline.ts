/**
 * cache.db: what each account was last compared at. Copy by copy and price by price, so that the next refresh can be
 * told apart from it whatever became of the lists themselves.
 */
export const timelineCacheStep = `
  CREATE TABLE baseline (account_id INTEGER PRIMARY KEY, batch INTEGER NOT NULL);

  CREATE TABLE baseline_subject (
    account_id INTEGER NOT NULL, subject TEXT NOT NULL, generation INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (account_id, subject)
  ) WITHOUT ROWID;

  CREATE TABLE baseline_copy (
    account_id INTEGER NOT NULL, category TEXT NOT NULL,
    type TEXT NOT NULL, item_id INTEGER NOT NULL, instance_id INTEGER NOT NULL, serial_number INTEGER,
    PRIMARY KEY (account_id, category, type, item_id, instance_id)
  ) WITHOUT ROWID;
  CREATE INDEX baseline_copy_of_item ON baseline_copy (account_id, type, item_id);

  CREATE TABLE baseline_price (
    account_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    is_average INTEGER NOT NULL, value INTEGER NOT NULL,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;

  CREATE TABLE baseline_miss (
    account_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    missed_at INTEGER, asked_at INTEGER,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;
`;

/** cache.db: accounts whose newest run of refreshes is still to be compared, with what that run read as JSON. */
export const comparisonsDueStep = `
  CREATE TABLE comparison_due (account_id INTEGER PRIMARY KEY, run TEXT NOT NULL);
`;

/** keep.db: the diary, and a fact for every item it mentions. Nothing of it is deleted by itself. */
export const timelineKeepStep = `
  CREATE TABLE item_fact (
    type TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, thumbnail_key TEXT NOT NULL,
    asset_type INTEGER, category TEXT, is_average INTEGER, value INTEGER, deleted_at INTEGER,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;

  CREATE TABLE timeline_refresh (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, at INTEGER NOT NULL, dismissed_at INTEGER,
    lost INTEGER NOT NULL, gained INTEGER NOT NULL, moved INTEGER NOT NULL, repriced INTEGER NOT NULL
  );
  CREATE INDEX timeline_refresh_of_account ON timeline_refresh (account_id, id);
  CREATE INDEX timeline_alert ON timeline_refresh (id) WHERE lost > 0 AND dismissed_at IS NULL;

  CREATE TABLE timeline_event (
    id INTEGER PRIMARY KEY, refresh_id INTEGER NOT NULL REFERENCES timeline_refresh (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    change TEXT NOT NULL, copies TEXT NOT NULL
  );
  CREATE INDEX timeline_event_of_refresh ON timeline_event (refresh_id DESC, id);
  CREATE INDEX timeline_event_of_account ON timeline_event (account_id, refresh_id DESC, id);
`;

/** keep.db: the diary of one item, over all accounts. */
export const timelineItemsStep = `
  CREATE INDEX timeline_event_of_item ON timeline_event (type, item_id, refresh_id DESC, id);
`;
