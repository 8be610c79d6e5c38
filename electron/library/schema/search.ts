/**
 * cache.db: lists that open, sort and are searched at any size.
 *
 * An item has a number, by which orders and names are held in memory. Within a list positions are dense: page n begins at
 * position n times the size of a page, and what a page brings is written at the end of every table. Lists are searched by the
 * number of an item, which grows with them, not by its id, which would put each row in another place of the file. `age` puts the newest copy first and the undated ones last, so that the first page
 * over many lists is read from the front of each. Rows of a list that was replaced are deleted bit by bit: `leftover`
 * says which. `view_count` keeps how many different items lists have together, for the edition of them it was counted in.
 */
export const searchSchema = `
  CREATE TABLE item_by_number (
    number INTEGER PRIMARY KEY, type TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
    asset_type INTEGER, creator_name TEXT, price INTEGER,
    UNIQUE (type, id)
  );
  INSERT INTO item_by_number (type, id, name, folded, asset_type, creator_name, price)
    SELECT type, id, name, replace(folded, char(10), ' '), asset_type, creator_name, price FROM item;
  DROP TABLE item;
  ALTER TABLE item_by_number RENAME TO item;

  CREATE TABLE holding_in_order (
    account_id INTEGER NOT NULL, category TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL,
    type TEXT NOT NULL, item_id INTEGER NOT NULL, item_number INTEGER NOT NULL, copies INTEGER NOT NULL,
    acquired_at INTEGER,
    age INTEGER GENERATED ALWAYS AS (coalesce(-acquired_at, 9007199254740991)) VIRTUAL,
    PRIMARY KEY (account_id, category, generation, position)
  ) WITHOUT ROWID;
  INSERT INTO holding_in_order
    (account_id, category, generation, position, type, item_id, item_number, copies, acquired_at)
    SELECT h.account_id, h.category, h.generation,
      row_number() OVER (PARTITION BY h.account_id, h.category, h.generation ORDER BY h.position) - 1,
      h.type, h.item_id, i.number, h.copies, h.acquired_at
    FROM holding h JOIN item i ON i.type = h.type AND i.id = h.item_id;
  DROP TABLE holding;
  ALTER TABLE holding_in_order RENAME TO holding;
  CREATE UNIQUE INDEX holding_of_item ON holding (account_id, item_number, category, generation);
  CREATE INDEX holding_by_age ON holding (account_id, category, generation, age, position);

  CREATE TABLE copy_in_order (
    account_id INTEGER NOT NULL, category TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL,
    instance_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    serial_number INTEGER, acquired_at INTEGER,
    PRIMARY KEY (account_id, category, generation, position, instance_id)
  ) WITHOUT ROWID;
  INSERT INTO copy_in_order
    SELECT c.account_id, c.category, c.generation, h.position, c.instance_id, c.type, c.item_id, c.serial_number,
      c.acquired_at
    FROM copy c JOIN item i ON i.type = c.type AND i.id = c.item_id
    JOIN holding h ON h.account_id = c.account_id AND h.item_number = i.number AND h.category = c.category
      AND h.generation = c.generation;
  DROP TABLE copy;
  ALTER TABLE copy_in_order RENAME TO copy;

  ALTER TABLE refresh ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE refresh ADD COLUMN running_items INTEGER NOT NULL DEFAULT 0;
  UPDATE refresh SET
    items = (SELECT count(*) FROM holding h WHERE h.account_id = refresh.account_id AND h.category = refresh.subject
      AND h.generation = refresh.generation),
    running_items = (SELECT count(*) FROM holding h WHERE h.account_id = refresh.account_id
      AND h.category = refresh.subject AND h.generation = refresh.generation + 1);

  CREATE TABLE leftover (
    account_id INTEGER NOT NULL, subject TEXT NOT NULL, generation INTEGER NOT NULL,
    PRIMARY KEY (account_id, subject, generation)
  ) WITHOUT ROWID;

  CREATE TABLE view_count (
    scope TEXT NOT NULL, category TEXT NOT NULL, edition TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (scope, category)
  ) WITHOUT ROWID;
  `;
