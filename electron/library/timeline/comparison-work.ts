import { timelineKinds, type TimelineKind } from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import type { Leftovers } from '../leftovers.ts';
import type { Sliced } from '../slices.ts';
import { collectiblesSubject } from '../subject-names.ts';
import type { Baseline } from './baseline.ts';
import { BaselineAdvance } from './baseline-advance.ts';
import { readFacts } from './cached-facts.ts';
import { findChanges, type SuspectedLoss } from './comparison.ts';
import type { Events, KeptChange } from './events.ts';
import type { ItemFacts } from '../item-facts.ts';
import type { LossAnswer } from './judgement.ts';
import { Misses, type MissOf } from './misses.ts';
import { Prices } from './prices.ts';
import { Reading, type EndedRun } from './reading.ts';
import { TouchedItems, type ReadLists } from './touched-items.ts';

/** What came of a comparison: written, or waiting for answers about what seems to be lost. */
export interface Comparison {
  /** Items to ask Roblox about first; empty when the comparison was made. */
  readonly toAsk: readonly SuspectedLoss[];
}

export interface ComparisonAsked {
  readonly accountId: number;
  readonly run: EndedRun;
  /** Epoch milliseconds. */
  readonly at: number;
  /** null while nobody was asked. */
  readonly answers: readonly LossAnswer[] | null;
  /** Called when the diary has news of the account, long before the comparison is over: it may not get that far. */
  readonly onTold: () => void;
}

export interface ComparisonParts {
  readonly cache: Database;
  readonly keep: Database;
  readonly leftovers: Leftovers;
  readonly baseline: Baseline;
  readonly events: Events;
  readonly facts: ItemFacts;
}

type ByKind = Readonly<Record<TimelineKind, KeptChange[]>>;

interface Found {
  readonly changes: ByKind;
  readonly misses: MissOf[];
  suspected: (SuspectedLoss & { readonly askedAt: number })[];
}

// What one refresh may spend on asking after losses.
const mostAsked = 30;
// Each step is written through to the disk.
const changesPerStep = 100;

/**
 * A comparison bit by bit, so that a very large one keeps nobody waiting: others may read and write between two steps, and
 * the process may end at any of them. The lists compared are those published when it began, which stay until it is done.
 * What it finds is written to the diary untold, then told at once, then made the baseline; whatever of the last is
 * missing after a crash the diary brings back.
 */
export class ComparisonWork {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #leftovers: Leftovers;
  readonly #baseline: Baseline;
  readonly #events: Events;
  readonly #facts: ItemFacts;
  readonly #misses: Misses;
  readonly #prices: Prices;
  readonly #touched: TouchedItems;
  readonly #advance: BaselineAdvance;

  constructor({ cache, keep, leftovers, baseline, events, facts }: ComparisonParts) {
    this.#cache = cache;
    this.#keep = keep;
    this.#leftovers = leftovers;
    this.#baseline = baseline;
    this.#events = events;
    this.#facts = facts;
    this.#misses = new Misses(cache);
    this.#prices = new Prices(cache);
    this.#touched = new TouchedItems(cache);
    this.#advance = new BaselineAdvance(cache, this.#touched);
  }

  *compare(asked: ComparisonAsked): Sliced<Comparison> {
    const { accountId, run } = asked;
    while (this.#events.discardUntold()) yield;
    const before = yield* this.#catchUp(asked);
    const states = this.#baseline.lists(accountId);
    const collectibles = this.#baseline.collectibles(accountId);
    const reading = new Reading(states, run, before.isBehind ? before.at : 0);
    const read = [...reading.compared, ...reading.first];
    const release = this.#leftovers.keep(accountId, [
      ...read,
      { key: collectiblesSubject, generation: collectibles },
    ]);
    try {
      const names = new Map([
        ...this.#baseline.names(accountId),
        ...states.map(({ key, name }) => [key, name] as const),
      ]);
      return yield* this.#compareLists(asked, { accountId, reading, collectibles }, names, before.batch);
    } finally {
      release();
    }
  }

  *#compareLists(
    asked: ComparisonAsked,
    lists: ReadLists,
    names: ReadonlyMap<string, string>,
    before: number,
  ): Sliced<Comparison> {
    const { accountId, reading } = lists;
    yield* this.#touched.note(lists);
    yield* this.#prices.note(lists);
    const { changes, misses, suspected } = yield* this.#find(asked, lists, names);
    if (asked.answers === null && suspected.length > 0) return { toAsk: suspected };

    const count = timelineKinds.reduce((sum, kind) => sum + changes[kind].length, 0);
    // The diary first: told and not yet compared is caught up with, compared and not told would be lost.
    const batch = count > 0 ? yield* this.#tell(asked, changes, names, before) : before;
    yield* this.#advance.carryOut(lists);
    yield* this.#prices.advance(accountId);
    yield* this.#misses.forget(accountId, reading, misses);
    this.#cache.transaction(() => {
      for (const list of [...reading.compared, ...reading.first]) this.#baseline.saveSubject(accountId, list);
      this.#baseline.setBatch(accountId, batch);
    });
    // Last: noted and not compared, one reading would count as two when it is compared again.
    yield* this.#misses.note(accountId, misses);
    return { toAsk: [] };
  }

  *#find(
    { run, at, answers }: ComparisonAsked,
    lists: ReadLists,
    names: ReadonlyMap<string, string>,
  ): Sliced<Found> {
    const { accountId, reading } = lists;
    const found: Found = {
      changes: { lost: [], gained: [], moved: [], repriced: [] },
      misses: [],
      suspected: [],
    };
    for (const part of this.#touched.parts()) {
      const items = this.#touched.read(lists, part);
      const misses = this.#misses.read(accountId, part);
      const some = findChanges(items, run, reading, { misses, answers: answers ?? [], names, at });
      for (const change of some.changes) found.changes[change.change.kind].push(change);
      this.#touched.hold(some.held);
      found.misses.push(...some.misses);
      // Those never asked about first.
      found.suspected = [...found.suspected, ...some.suspected]
        .toSorted((a, b) => a.askedAt - b.askedAt)
        .slice(0, mostAsked);
      yield;
    }
    for (const { item, ...price } of yield* this.#prices.changes(accountId))
      found.changes.repriced.push({ item, change: { kind: 'repriced', ...price }, copies: [] });
    return found;
  }

  /** Writes what was found bit by bit, and tells it in one go. Returns the number of the batch. */
  *#tell(
    { accountId, at, answers, onTold }: ComparisonAsked,
    changes: ByKind,
    names: ReadonlyMap<string, string>,
    after: number,
  ): Sliced<number> {
    const deleted = (answers ?? []).filter(({ isDeleted }) => isDeleted).map(({ item }) => item);
    const batch = this.#events.begin(accountId, after, at);
    for (const kind of timelineKinds) {
      for (let start = 0; start < changes[kind].length; start += changesPerStep) {
        const some = changes[kind].slice(start, start + changesPerStep);
        const facts = readFacts(this.#cache, accountId, some, { names, deleted, at });
        this.#keep.transaction(() => {
          this.#facts.save(facts);
          this.#events.add(accountId, batch, some);
        });
        yield;
      }
    }
    this.#events.tell(batch, {
      lost: changes.lost.length,
      gained: changes.gained.length,
      moved: changes.moved.length,
      repriced: changes.repriced.length,
    });
    onTold();
    return batch;
  }

  /** A kill after a batch was told, or a lost write of the cache, leaves the baseline behind the diary. */
  *#catchUp({
    accountId,
    onTold,
  }: ComparisonAsked): Sliced<{ batch: number; at: number; isBehind: boolean }> {
    const newest = this.#events.newest(accountId);
    const batch = this.#baseline.batch(accountId);
    // Without a baseline there is nothing to bring up to date; a diary begun anew is behind, and goes on from here.
    if (batch === null || batch >= newest.batch)
      return { batch: Math.max(batch ?? 0, newest.batch), at: newest.at, isBehind: false };
    // Whoever told it may not have come to say so.
    onTold();
    yield* this.#advance.replay(accountId, (after) => this.#events.since(accountId, batch, after));
    this.#baseline.setBatch(accountId, newest.batch);
    return { ...newest, isBehind: true };
  }
}
