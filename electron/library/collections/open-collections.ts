import type { Database } from '../database.ts';
import type { ItemFacts } from '../item-facts.ts';
import type { MembersOf } from '../members.ts';
import type { UndoLog } from '../undo-log.ts';
import { CollectionChanges } from './collection-changes.ts';
import { CollectionFacts } from './collection-facts.ts';
import { CollectionPages } from './collection-pages.ts';
import type { CollectionSteps } from './collection-steps.ts';
import { Collections } from './collections.ts';
import { CollectionFiles } from './files/collection-files.ts';
import { Filing } from './filing.ts';

export interface OpenCollectionsOptions {
  readonly cache: Database;
  readonly keep: Database;
  readonly membersOf: MembersOf;
  readonly facts: ItemFacts;
  readonly steps: CollectionSteps;
  readonly undo: UndoLog;
  readonly now: () => number;
}

export interface CollectionParts {
  readonly collections: Collections;
  readonly filing: Filing;
  readonly pages: CollectionPages;
  readonly facts: CollectionFacts;
  readonly files: CollectionFiles;
}

/** The parts of local collections, over the two files of the library. */
export function openCollections({
  cache,
  keep,
  membersOf,
  ...options
}: OpenCollectionsOptions): CollectionParts {
  const { steps, undo, now } = options;
  undo.register('collections', steps);
  const facts = new CollectionFacts(cache, keep, options.facts);
  const changes = new CollectionChanges({ database: keep, undo, steps, facts, now });
  return {
    collections: new Collections(changes),
    filing: new Filing(changes),
    pages: new CollectionPages({ cache, keep, membersOf, changes, steps, facts }),
    facts,
    files: new CollectionFiles(changes, options.facts),
  };
}
