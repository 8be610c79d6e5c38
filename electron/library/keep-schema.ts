import { collectibleDaysStep } from './schema/collectibles.ts';
import { collectionsSchema } from './schema/collections.ts';
import { outboxSchema } from './schema/outbox.ts';
import { ownershipKeepStep, removedLinesStep } from './schema/ownership.ts';
import { refusedTypesStep } from './schema/refused-types.ts';
import { savedViewsSchema } from './schema/saved-views.ts';
import { swapsStep } from './schema/swaps.ts';
import { timelineItemsStep, timelineKeepStep } from './schema/timeline.ts';
import { visibilityStep } from './schema/visibility.ts';

/** keep.db: what a person would miss. Never rebuilt, always written through to the disk. */
export const keepMigrations: readonly string[] = [
  `
  CREATE TABLE account (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, username TEXT NOT NULL, display_name TEXT NOT NULL,
    visibility TEXT NOT NULL, is_banned INTEGER NOT NULL, position INTEGER NOT NULL
  );
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  ALTER TABLE account ADD COLUMN nickname TEXT;
  ALTER TABLE account ADD COLUMN colour TEXT;
  ALTER TABLE account ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE account ADD COLUMN session_warning TEXT NOT NULL DEFAULT '';
  ALTER TABLE account ADD COLUMN sign_in_problem TEXT;
  UPDATE setting SET name = 'currentScope' WHERE name = 'currentAccount';
  CREATE TABLE keychain_leftover (account_id INTEGER PRIMARY KEY);
  CREATE TABLE place (scope TEXT PRIMARY KEY, path TEXT NOT NULL, scroll_top REAL NOT NULL) WITHOUT ROWID;
  `,
  savedViewsSchema,
  timelineKeepStep,
  outboxSchema,
  collectionsSchema,
  swapsStep,
  refusedTypesStep,
  visibilityStep,
  collectibleDaysStep,
  timelineItemsStep,
  ownershipKeepStep,
  removedLinesStep,
];
