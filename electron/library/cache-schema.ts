import { activitySchema } from './schema/activity.ts';
import { containersStep } from './schema/containers.ts';
import { generationsStep } from './schema/generations.ts';
import { ownershipCacheStep } from './schema/ownership.ts';
import { rateBudgetsStep } from './schema/rate-budgets.ts';
import { refreshRunsStep } from './schema/refresh-runs.ts';
import { searchSchema } from './schema/search.ts';
import { thumbnailSchema } from './schema/thumbnails.ts';
import { comparisonsDueStep, timelineCacheStep } from './schema/timeline.ts';

/**
 * cache.db: everything here can be fetched again. Lists are kept by generation: a refresh writes the next one page by
 * page and publishes it when it is complete, so what is shown stays whole until something whole replaces it.
 */
export const cacheMigrations: readonly string[] = [
  `
  CREATE TABLE item (
    type TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
    asset_type INTEGER, creator_name TEXT, price INTEGER,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;

  CREATE TABLE category (
    account_id INTEGER NOT NULL, key TEXT NOT NULL, list TEXT NOT NULL, position INTEGER NOT NULL,
    group_name TEXT NOT NULL, group_display_name TEXT NOT NULL,
    name TEXT NOT NULL, type TEXT NOT NULL, id INTEGER NOT NULL, filter TEXT,
    PRIMARY KEY (account_id, key)
  ) WITHOUT ROWID;

  CREATE TABLE refresh (
    account_id INTEGER NOT NULL, subject TEXT NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0, saved_at INTEGER, unreadable_rows INTEGER NOT NULL DEFAULT 0,
    running_since INTEGER, cursor TEXT, received INTEGER NOT NULL DEFAULT 0, running_unreadable INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, subject)
  ) WITHOUT ROWID;

  CREATE TABLE copy (
    account_id INTEGER NOT NULL, category TEXT NOT NULL, generation INTEGER NOT NULL,
    type TEXT NOT NULL, item_id INTEGER NOT NULL, instance_id INTEGER NOT NULL,
    serial_number INTEGER, acquired_at INTEGER,
    PRIMARY KEY (account_id, category, generation, type, item_id, instance_id)
  ) WITHOUT ROWID;
  CREATE INDEX copy_of_item ON copy (account_id, type, item_id);

  CREATE TABLE holding (
    number INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL, category TEXT NOT NULL, generation INTEGER NOT NULL,
    position INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL, copies INTEGER NOT NULL,
    acquired_at INTEGER,
    UNIQUE (account_id, category, generation, type, item_id)
  );
  CREATE INDEX holding_order ON holding (account_id, category, generation, position);
  CREATE INDEX holding_of_item ON holding (account_id, type, item_id);

  CREATE TABLE collectible (
    account_id INTEGER NOT NULL, generation INTEGER NOT NULL, asset_id INTEGER NOT NULL, instance_id INTEGER NOT NULL,
    serial_number INTEGER, recent_average_price INTEGER, original_price INTEGER, asset_stock INTEGER,
    is_on_hold INTEGER NOT NULL,
    PRIMARY KEY (account_id, generation, asset_id, instance_id)
  ) WITHOUT ROWID;

  CREATE TABLE item_answer (
    account_id INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    is_owned INTEGER NOT NULL, instance_ids TEXT NOT NULL, saved_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;

  CREATE TABLE package_asset (
    package_id INTEGER NOT NULL, position INTEGER NOT NULL, asset_id INTEGER NOT NULL,
    PRIMARY KEY (package_id, position)
  ) WITHOUT ROWID;

  CREATE TABLE profile_item (
    account_id INTEGER NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,
    PRIMARY KEY (account_id, type, item_id)
  ) WITHOUT ROWID;

  CREATE TABLE thumbnail (key TEXT PRIMARY KEY, png BLOB NOT NULL, saved_at INTEGER NOT NULL);
  `,
  rateBudgetsStep,
  refreshRunsStep,
  searchSchema,
  thumbnailSchema,
  activitySchema,
  timelineCacheStep,
  comparisonsDueStep,
  generationsStep,
  containersStep,
  ownershipCacheStep,
];
