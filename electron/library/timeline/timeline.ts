import type { Scope } from '../../../shared/models.ts';
import type { LossAlert, TimelinePage } from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import type { MembersOf } from '../members.ts';
import { Baseline } from './baseline.ts';
import { readFacts } from './cached-facts.ts';
import { findChanges, type SuspectedLoss } from './comparison.ts';
import { EntryPages, type EntryFilter } from './entry-pages.ts';
import { Events } from './events.ts';
import { ItemFacts } from './item-facts.ts';
import type { LossAnswer } from './judgement.ts';
import { Misses } from './misses.ts';
import { Prices } from './prices.ts';
import { Reading, type EndedRun } from './reading.ts';
import { replay } from './replay.ts';

/** What came of a comparison: written, or waiting for answers about what seems to be lost. */
export interface Comparison {
  /** Items to ask Roblox about first; empty when the comparison was made. */
  readonly toAsk: readonly SuspectedLoss[];
  /** How many changes were told. */
  readonly changes: number;
}

// What one refresh may spend on asking after losses.
const mostAsked = 30;

/** The diary and the theft alarm: what each refresh of an account changed, in keep.db. */
export class Timeline {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #baseline: Baseline;
  readonly #events: Events;
  readonly #facts: ItemFacts;
  readonly #misses: Misses;
  readonly #pages: EntryPages;
  readonly #prices: Prices;

  constructor(cache: Database, keep: Database, membersOf: MembersOf) {
    this.#cache = cache;
    this.#keep = keep;
    this.#baseline = new Baseline(cache);
    this.#events = new Events(keep);
    this.#facts = new ItemFacts(keep);
    this.#misses = new Misses(cache);
    this.#pages = new EntryPages(keep, membersOf);
    this.#prices = new Prices(cache);
  }

  /**
   * Compares what is published of an account with what it was last compared at, tells the differences and makes the
   * rest the new baseline. The first comparison, and that of a list never read before, only makes the baseline. With
   * `answers` null nothing is written while something seems lost: ask about it and come back with what is known.
   * `at` in epoch milliseconds.
   */
  compare(accountId: number, run: EndedRun, at: number, answers: readonly LossAnswer[] | null): Comparison {
    const before = this.#catchUp(accountId);
    const lists = this.#baseline.lists(accountId);
    const reading = new Reading(lists, run, before.isBehind ? before.at : 0);
    const names = new Map([
      ...this.#baseline.names(accountId),
      ...lists.map(({ key, name }) => [key, name] as const),
    ]);
    const items = this.#baseline.differing(accountId, reading);
    const prices = this.#prices.changes(accountId);
    const misses = this.#misses.read(accountId);
    const known = { misses, answers: answers ?? [], prices, names, at };
    const found = findChanges(items, run, reading, known);
    if (answers === null && found.suspected.length > 0)
      return { toAsk: found.suspected.slice(0, mostAsked), changes: 0 };

    let { batch } = before;
    if (found.changes.length > 0) {
      const deleted = (answers ?? []).filter(({ isDeleted }) => isDeleted).map(({ item }) => item);
      const facts = readFacts(this.#cache, accountId, found.changes, { names, deleted, at });
      // The diary first: told and not yet compared is caught up with, compared and not told would be lost.
      batch = this.#keep.transaction(() => {
        this.#facts.save(facts);
        return this.#events.write(accountId, batch, at, found.changes);
      });
    }
    this.#cache.transaction(() => {
      this.#baseline.advance(accountId, reading, found.held);
      this.#prices.advance(accountId);
      this.#misses.replace(accountId, reading, found.misses);
      this.#baseline.setBatch(accountId, batch);
    });
    return { toAsk: [], changes: found.changes.length };
  }

  /** One page of the diary of an account, or of all together, newest first. */
  list(scope: Scope, filter: EntryFilter): TimelinePage {
    return this.#pages.read(scope, filter);
  }

  /** Losses nobody has dismissed yet, of every account, newest first. */
  alerts(): readonly LossAlert[] {
    return this.#events.alerts();
  }

  /** Ends an alert; what it told of stays in the diary. `at` in epoch milliseconds. */
  dismiss(refreshId: number, at: number): void {
    this.#events.dismiss(refreshId, at);
  }

  /** Keys of pictures of items the diary mentions: these may be the last of their kind. */
  keptThumbnails(): readonly string[] {
    return this.#facts.thumbnailKeys();
  }

  /** After the cache of an account was cleared: the next comparison begins anew. The diary stays. */
  forgetBaseline(accountId: number): void {
    this.#baseline.forget(accountId);
  }

  /** Deletes the account's diary, as the person wished. */
  forget(accountId: number): void {
    this.#events.forget(accountId);
  }

  /** A kill between the two files, or a lost write of the cache, leaves the baseline behind the diary. */
  #catchUp(accountId: number): { batch: number; at: number; isBehind: boolean } {
    const newest = this.#events.newest(accountId);
    const batch = this.#baseline.batch(accountId);
    // Without a baseline there is nothing to bring up to date; a diary begun anew is behind, and goes on from here.
    if (batch === null || batch >= newest.batch)
      return { batch: Math.max(batch ?? 0, newest.batch), at: newest.at, isBehind: false };
    this.#cache.transaction(() => {
      replay(this.#cache, accountId, this.#events.since(accountId, batch));
      this.#baseline.setBatch(accountId, newest.batch);
    });
    return { ...newest, isBehind: true };
  }
}
