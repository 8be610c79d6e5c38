import { join } from 'node:path';
import type { ItemRef } from '../../shared/items.ts';
import { ActivityLog } from './activity-log.ts';
import { AccountStore } from './account-store.ts';
import { cacheMigrations } from './cache-schema.ts';
import { KeepBackups } from './backups/keep-backups.ts';
import { takeRestored } from './backups/restored-file.ts';
import { Categories } from './categories.ts';
import { CollectibleDays } from './collectibles/collectible-days.ts';
import { CollectiblePast } from './collectibles/collectible-past.ts';
import { CollectibleViews } from './collectibles/collectible-views.ts';
import { Collectibles } from './collectibles/collectibles.ts';
import { openCollections, type CollectionParts } from './collections/open-collections.ts';
import { CollectibleRows } from './exports/collectible-rows.ts';
import { ItemRows } from './exports/item-rows.ts';
import { ListExports } from './exports/list-exports.ts';
import { OwnershipRows } from './exports/ownership-rows.ts';
import { FiledMembers } from './collections/filed-members.ts';
import { CollectionSteps } from './collections/collection-steps.ts';
import { Containers } from './containers.ts';
import { Database } from './database.ts';
import { Details } from './details.ts';
import { Holdings } from './holdings.ts';
import { ItemBlocks } from './item-blocks.ts';
import { ItemFacts } from './item-facts.ts';
import { ItemOverviews } from './item-overviews.ts';
import { ItemStandings } from './item-standings.ts';
import { Items } from './items.ts';
import { keepMigrations } from './keep-schema.ts';
import { Leftovers } from './leftovers.ts';
import { LibraryStorage } from './library-storage.ts';
import { membersIn } from './members.ts';
import { Memberships } from './outbox/memberships.ts';
import { Outbox } from './outbox/outbox.ts';
import { CellKnowledge } from './ownership/cell-knowledge.ts';
import { OwnershipAnswers } from './ownership/ownership-answers.ts';
import { OwnershipList } from './ownership/ownership-list.ts';
import { OwnershipRuns } from './ownership/ownership-runs.ts';
import { OwnershipSheet } from './ownership/ownership-sheet.ts';
import { ProfileShelf } from './outbox/profile-shelf.ts';
import { ProfileSteps } from './outbox/profile-steps.ts';
import { Sendings } from './outbox/sendings.ts';
import { Places } from './places.ts';
import { ProfileItems } from './profile-items.ts';
import { RateBudgets } from './rate-budgets.ts';
import { RefreshRuns } from './refresh-runs.ts';
import { Refreshes } from './refreshes.ts';
import { SettingsStore } from './settings.ts';
import type { StorageTrouble } from './storage-errors.ts';
import { SavedViews } from './saved-views.ts';
import { ThumbnailCache } from './thumbnail-cache.ts';
import { Timeline } from './timeline/timeline.ts';
import { UndoLog } from './undo-log.ts';
import { ViewCounts } from './view-counts.ts';
import { ViewMemory } from './view-memory.ts';
import { ViewPages } from './view-pages.ts';

/** What became of writing one file; null when it works again. */
export interface FileTrouble {
  readonly file: 'keep.db' | 'cache.db';
  readonly code: StorageTrouble | null;
}

const bytesPerMb = 1024 * 1024;

/** Everything cached and kept for all accounts: two SQLite files in one folder. */
export class Library {
  readonly accounts: AccountStore;
  readonly activityLog: ActivityLog;
  readonly backups: KeepBackups;
  readonly categories: Categories;
  readonly collectibleDays: CollectibleDays;
  readonly collectiblePast: CollectiblePast;
  readonly collectibles: Collectibles;
  readonly collectibleViews: CollectibleViews;
  readonly collectionFacts: CollectionParts['facts'];
  readonly collectionFiles: CollectionParts['files'];
  readonly collectionPages: CollectionParts['pages'];
  readonly collections: CollectionParts['collections'];
  readonly containers: Containers;
  readonly details: Details;
  readonly filing: CollectionParts['filing'];
  readonly holdings: Holdings;
  readonly items: Items;
  readonly leftovers: Leftovers;
  readonly listExports: ListExports;
  readonly outbox: Outbox;
  readonly overviews: ItemOverviews;
  readonly ownershipAnswers: OwnershipAnswers;
  readonly ownershipList: OwnershipList;
  readonly ownershipRuns: OwnershipRuns;
  readonly ownershipSheet: OwnershipSheet;
  readonly places: Places;
  readonly profileItems: ProfileItems;
  readonly profileSteps: ProfileSteps;
  readonly rateBudgets: RateBudgets;
  readonly refreshes: Refreshes;
  readonly refreshRuns: RefreshRuns;
  readonly sendings: Sendings;
  readonly settings: SettingsStore;
  readonly storage: LibraryStorage;
  readonly savedViews: SavedViews;
  readonly thumbnails: ThumbnailCache;
  readonly timeline: Timeline;
  readonly undo: UndoLog;
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #memberships: Memberships;
  readonly #shelf: ProfileShelf;

  /**
   * `onSetAside` is told the new name of a damaged file that was set aside, `onTrouble` of files this computer does not
   * let be written, and again when it does.
   */
  constructor(
    folder: string,
    onSetAside: (path: string) => void,
    onTrouble: (trouble: FileTrouble) => void = () => undefined,
  ) {
    takeRestored(folder);
    this.#keep = new Database({
      path: join(folder, 'keep.db'),
      migrations: keepMigrations,
      isRebuildable: false,
      synchronous: 'FULL',
      onSetAside,
      onTrouble: (code) => onTrouble({ file: 'keep.db', code }),
    });
    this.#cache = new Database({
      path: join(folder, 'cache.db'),
      migrations: cacheMigrations,
      isRebuildable: true,
      synchronous: 'NORMAL',
      onSetAside,
      onTrouble: (code) => onTrouble({ file: 'cache.db', code }),
    });
    this.accounts = new AccountStore(this.#keep, Date.now);
    this.backups = new KeepBackups(this.#keep, folder);
    this.places = new Places(this.#keep);
    this.settings = new SettingsStore(this.#keep);
    this.rateBudgets = new RateBudgets(this.#cache);
    this.refreshRuns = new RefreshRuns(this.#cache);
    this.savedViews = new SavedViews(this.#keep);
    this.refreshes = new Refreshes(this.#cache);
    this.leftovers = new Leftovers(this.#cache);
    const blocks = new ItemBlocks(this.#cache);
    this.items = new Items(this.#cache, blocks);
    const facts = new ItemFacts(this.#keep);
    const shelf = new ProfileShelf(this.#cache, this.#keep, this.items, facts);
    this.#shelf = shelf;
    const freshenProfile = () => shelf.freshen();
    const steps = new CollectionSteps(this.#keep);
    const filed = new FiledMembers(this.#cache, this.#keep, blocks, steps);
    const memory = new ViewMemory(this.#cache, blocks, freshenProfile, filed);
    const membersOf = membersIn(this.accounts);
    const counts = new ViewCounts(this.#cache, memory);
    this.categories = new Categories(this.#cache, this.refreshes, membersOf, counts);
    this.collectibles = new Collectibles(this.#cache, this.refreshes, this.leftovers, this.items);
    this.collectibleDays = new CollectibleDays(this.#cache, this.#keep, this.refreshes);
    this.collectiblePast = new CollectiblePast(this.#keep, membersOf);
    this.collectibleViews = new CollectibleViews(this.#cache, membersOf, this.refreshes);
    this.holdings = new Holdings(this.#cache, this.refreshes, this.items, membersOf, this.leftovers, memory);
    const memberships = new Memberships(this.#keep);
    this.#memberships = memberships;
    const noteChange = (accountId: number) => shelf.noteChange(accountId);
    this.outbox = new Outbox({
      ...{ database: this.#keep, memberships, onChanged: noteChange },
      keepFacts: (items) => shelf.keepFacts(items),
    });
    this.sendings = new Sendings(this.#keep, memberships, noteChange);
    this.profileItems = new ProfileItems({
      ...{ cache: this.#cache, keep: this.#keep, refreshes: this.refreshes, items: this.items },
      ...{ keptFacts: facts, memberships, outbox: this.outbox, shelf },
      now: Date.now,
    });
    this.timeline = new Timeline(this.#cache, this.#keep, membersOf, this.leftovers, facts);
    this.undo = new UndoLog(this.#keep, Date.now);
    this.profileSteps = new ProfileSteps(this.outbox, this.undo, Date.now);
    const collections = openCollections({
      ...{ cache: this.#cache, keep: this.#keep, membersOf, facts, steps, undo: this.undo },
      now: Date.now,
    });
    this.collections = collections.collections;
    this.filing = collections.filing;
    this.collectionPages = collections.pages;
    this.collectionFacts = collections.facts;
    this.collectionFiles = collections.files;
    const { pages } = collections;
    // What no list has shown may have come with what contains it.
    const readItem = (item: ItemRef) => {
      const found = pages.readOne(item);
      return found.name === '' ? { ...found, name: this.containers.nameOfPart(item) } : found;
    };
    const knowledge = new CellKnowledge(this.#cache, this.refreshes);
    const standings = new ItemStandings(knowledge, membersOf);
    this.details = new Details({
      ...{ database: this.#cache, refreshes: this.refreshes, items: this.items, knowledge },
      ...{ readKept: readItem, freshenProfile },
    });
    this.containers = new Containers(this.#cache, standings, (items) => pages.read(items));
    const { containers, details } = this;
    this.overviews = new ItemOverviews({ containers, details, standings, readItem });
    const list = new OwnershipList(this.#cache, this.#keep);
    this.ownershipList = list;
    this.ownershipAnswers = new OwnershipAnswers(this.#cache, this.details, this.items, knowledge, list);
    this.ownershipRuns = new OwnershipRuns(this.#cache);
    this.ownershipSheet = new OwnershipSheet(this.#cache, this.#keep, list, knowledge, collections.facts);
    const { timeline, outbox, accounts, categories, collectiblePast: past, collectibleViews: views } = this;
    const { ownershipAnswers: answers, ownershipSheet: sheet, overviews } = this;
    this.listExports = new ListExports({
      ...{ accounts, overviews, timeline, outbox, categories, now: Date.now },
      items: new ItemRows({
        ...{ cache: this.#cache, keep: this.#keep, membersOf, freshenProfile },
        ...{ collectionPages: pages, profileItems: this.profileItems, collectibleViews: views },
        pages: new ViewPages(this.#cache, membersOf, memory),
      }),
      collectibles: new CollectibleRows({ views, past, now: Date.now }),
      ownership: new OwnershipRows({ answers, containers, list, sheet }),
    });
    this.thumbnails = new ThumbnailCache(this.#cache, {
      capBytes: () => this.settings.read().thumbnailCapMb * bytesPerMb,
      keptKeys: () => facts.thumbnailKeys(),
    });
    this.activityLog = new ActivityLog(this.#cache);
    this.storage = new LibraryStorage(this.#cache, this.#keep, this.thumbnails);
    this.backups.settleOnce((accountIds) => this.#keepOnly(accountIds));
  }

  /** Gives up all that is kept of an account that leaves; facts about items are shared and stay. */
  forget(accountId: number): void {
    this.profileSteps.giveUp(accountId);
    this.#memberships.forget(accountId);
    this.clearAccount(accountId);
    this.activityLog.forget(accountId);
    this.ownershipList.forget(accountId);
  }

  /** Deletes what can be fetched again of an account that stays. */
  clearAccount(accountId: number): void {
    this.holdings.forget(accountId);
    this.timeline.forgetBaseline(accountId);
    this.#cache.transaction(() => {
      this.leftovers.addAll(accountId);
      for (const table of [
        'category',
        'refresh',
        'refresh_run',
        'refresh_run_subject',
        'item_answer',
        'profile_item',
        'ownership_failure',
        'ownership_trouble',
      ])
        this.#cache.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
      this.#cache.run('DELETE FROM view_count WHERE scope = ?', String(accountId));
    });
    // What is wanted in its profile collection is kept elsewhere, and is laid out again when somebody looks.
    this.#shelf.noteChange(accountId);
  }

  /** Deletes what is cached of accounts that are not here any more. */
  #keepOnly(accountIds: ReadonlySet<number>): void {
    const rows = this.#cache.all<{ account_id: number }>('SELECT DISTINCT account_id FROM refresh');
    for (const { account_id: accountId } of rows) {
      if (accountIds.has(accountId)) continue;
      this.clearAccount(accountId);
      this.activityLog.forget(accountId);
    }
  }

  /** All that `task` writes of what cannot be fetched again, or nothing of it, in one commit. */
  inOneCommit<T>(task: () => T): T {
    return this.#keep.transaction(task);
  }

  close(): void {
    this.#cache.close();
    this.#keep.close();
  }
}
