/**
 * keep.db: what collectibles were worth, by account and day; days as `dayOf` counts them. Of each item a row only where its
 * price or number of copies is another than on the kept day before: an item that is not there any more has 0 copies.
 * Small numbers, as there may be a thousand items over years of days.
 */
export const collectibleDaysStep = `
  CREATE TABLE collectible_day (
    account_id INTEGER NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL,
    value INTEGER NOT NULL, copies INTEGER NOT NULL, items INTEGER NOT NULL, unpriced INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
  ) WITHOUT ROWID;

  CREATE TABLE collectible_series (
    number INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, asset_id INTEGER NOT NULL, name TEXT NOT NULL,
    UNIQUE (account_id, asset_id)
  );

  CREATE TABLE collectible_change (
    series INTEGER NOT NULL REFERENCES collectible_series (number) ON DELETE CASCADE,
    day INTEGER NOT NULL, price INTEGER, copies INTEGER NOT NULL,
    PRIMARY KEY (series, day)
  ) WITHOUT ROWID;
`;
