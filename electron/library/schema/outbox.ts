/**
 * keep.db: what a person wants changed at Roblox, one row per item and account, and what Roblox last said of each. `sent` is
 * what went out and was never answered for good: while it is there, nobody knows what Roblox has. `base` is how the item was shown when the first wish was uttered.
 */
export const outboxSchema = `
  CREATE TABLE outbox_change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, type TEXT NOT NULL,
    item_id INTEGER NOT NULL, wish TEXT NOT NULL, base TEXT, sent TEXT, state TEXT NOT NULL, accepted_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL, losses INTEGER NOT NULL, not_before INTEGER NOT NULL,
    code TEXT, message TEXT, status INTEGER, roblox_code INTEGER,
    UNIQUE (account_id, type, item_id)
  );
  CREATE INDEX outbox_change_of_account ON outbox_change (account_id, sequence);

  CREATE TABLE outbox_pause (account_id INTEGER PRIMARY KEY, until INTEGER NOT NULL, noted_at INTEGER NOT NULL);

  CREATE TABLE profile_reading (account_id INTEGER PRIMARY KEY, read_at INTEGER NOT NULL);

  CREATE TABLE profile_member (
    account_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL, position INTEGER NOT NULL,
    is_in INTEGER NOT NULL, answered INTEGER, answered_at INTEGER, is_seen INTEGER NOT NULL,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;
  `;
