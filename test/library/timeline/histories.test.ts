import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { timelineKinds, type TimelineEntry } from '../../../shared/timeline.ts';
import { addAccount } from '../../support/accounts.ts';
import { memoryFolder, openLibrary } from '../../support/library-folder.ts';
import {
  answerTruly,
  listKeys,
  lists,
  listsOf,
  nameOf,
  readCollectibles,
  readList,
  type ItemKind,
  type TrueItem,
} from './inventory-model.ts';

const kinds = Object.keys(listsOf) as ItemKind[];
const histories = 500;

/** One thing that happens at Roblox; the numbers pick whom it happens to. */
const happening = fc.record({
  what: fc.constantFrom('gain', 'copy', 'lose', 'return', 'loseCopy', 'move', 'both', 'reprice'),
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1000),
});

/**
 * Things happen, then a refresh runs: whole, in part, with a row missed while lists shifted or of a form nobody can read,
 * asked after or not.
 */
const step = fc.record({
  happenings: fc.array(happening, { maxLength: 5 }),
  reach: fc.constantFrom('whole', 'whole', 'whole', 'some', 'hidden', 'cancelled'),
  unread: fc.array(fc.nat(listKeys.length - 1), { maxLength: 3 }),
  missed: fc.option(fc.nat(1000), { freq: 3 }),
  isUnreadable: fc.boolean(),
  canAsk: fc.boolean(),
  pageSize: fc.integer({ min: 1, max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the timeline has said so far, by item: its copies, each with its lists, and the price. */
type Told = Map<string, { copies: Map<number, Set<string>>; price: number | undefined }>;

it('a change told that did not happen, told twice, or not told, over any history of refreshes', () => {
  const { library } = openLibrary(memoryFolder());
  let accountId = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 7 }), (steps) => {
      accountId += 1;
      addAccount(library, accountId);
      library.categories.save(accountId, lists, 1);
      live(new History(library, accountId), steps);
    }),
    { numRuns: histories },
  );
}, 120_000);

function live(history: History, steps: readonly Step[]): void {
  for (const one of steps) history.take(one);
  // What was held back is told when nothing stands in the way any more.
  const calm = {
    happenings: [],
    reach: 'whole',
    unread: [],
    missed: null,
    pageSize: 3,
    isUnreadable: false,
  } as const;
  history.take({ ...calm, unread: [], happenings: [], canAsk: false });
  history.take({ ...calm, unread: [], happenings: [], canAsk: false });
  history.expectAllTold();
}

class History {
  readonly #library: Library;
  readonly #accountId: number;
  readonly #truth = new Map<string, TrueItem>();
  readonly #told: Told = new Map();
  readonly #readOnce = new Set<string>();
  #clock = 1000;
  readonly #away: TrueItem[] = [];
  readonly #returned = new Set<string>();
  #lastMissed: string | null = null;
  #nextId = 100;

  constructor(library: Library, accountId: number) {
    this.#library = library;
    this.#accountId = accountId;
  }

  take({ happenings, reach, unread, missed, isUnreadable, canAsk, pageSize }: Step): void {
    for (const one of happenings) this.#happen(one);
    this.#clock += 10;
    const left = new Set(reach === 'whole' ? [] : unread.map((index) => listKeys[index]));
    const read = reach === 'hidden' ? [] : listKeys.filter((key) => !left.has(key));
    const isComplete = reach !== 'cancelled' && reach !== 'hidden';
    // A row a first reading misses was never known; one missed twice running looks lost to anybody.
    // However often its list says that a row could not be read, it does not.
    const isKnown = listKeys.every((key) => this.#readOnce.has(key));
    const canMiss = isKnown && (isUnreadable || this.#lastMissed === null);
    // So does one that was away for a refresh, came back, and is missed by the next.
    const present = [...this.#truth.keys()].filter((key) => isUnreadable || !this.#returned.has(key));
    const picked = isUnreadable ? (missed ?? 0) % present.length : (missed ?? 0);
    const missing = missed !== null && canMiss ? (present[picked] ?? null) : null;
    const unreadable = isUnreadable && missing !== null ? this.#truth.get(missing) : undefined;
    if (reach === 'whole' && !unreadable) this.#returned.clear();
    const seen = [...this.#truth.values()].filter((item) => keyOf(item) !== missing);
    for (const key of listKeys) {
      const isWhole = read.includes(key);
      const unreadableRows = unreadable?.lists.has(key) ? 1 : 0;
      const how = { at: this.#clock, pageSize, isWhole, unreadableRows };
      readList(this.#library, this.#accountId, key, seen, how);
    }
    if (reach !== 'hidden')
      readCollectibles(this.#library, this.#accountId, [...this.#truth.values()], this.#clock);
    this.#learn(read, seen);

    const entries = this.#compare({ completedSubjects: read, isComplete }, canAsk);
    if (!isComplete) expect(entries.filter(({ change }) => change.kind === 'lost')).toEqual([]);
    for (const entry of entries) this.#apply(entry, read);
    for (const known of this.#told.values()) if (known.copies.size === 0) known.price = undefined;
    for (const item of seen) this.#learnPrice(item, read, reach !== 'hidden');
    const isEverySure = reach === 'whole' && canAsk && missing === null;
    if (isEverySure) this.expectAllTold();
    // A refresh that is not complete asks after no loss, and a list that was not read says nothing of what it last missed.
    if (unreadable) return;
    if (missing !== null) this.#lastMissed = canAsk && isComplete ? null : missing;
    else if (reach === 'whole') this.#lastMissed = null;
  }

  expectAllTold(): void {
    const truth = new Map([...this.#truth].map(([key, item]) => [key, stateOf(item)]));
    const told = new Map([...this.#told].filter(([, { copies }]) => copies.size > 0));
    expect(told).toEqual(truth);
  }

  #happen({ what, kind, pick }: Step['happenings'][number]): void {
    const owned = [...this.#truth.values()].filter(({ lists: own }) =>
      listsOf[kind].some((key) => own.has(key)),
    );
    const item = owned[pick % Math.max(1, owned.length)];
    const [first = '', second = first] = listsOf[kind];
    if (what === 'gain' || !item) {
      const id = this.#nextId++;
      const type = kind === 'bundle' ? 'Bundle' : 'Asset';
      const copies = new Set([kind === 'hat' ? id * 10 : 0]);
      const own = new Set([pick % 2 === 0 ? first : second]);
      const price = kind === 'bundle' ? 0 : 1 + (pick % 50);
      this.#truth.set(`${type}/${id}`, { type, id, copies, lists: own, price });
    } else if (what === 'lose') {
      this.#truth.delete(keyOf(item));
      this.#away.push(item);
    } else if (what === 'return') {
      const back = this.#away.pop();
      if (back) this.#truth.set(keyOf(back), back);
      if (back) this.#returned.add(keyOf(back));
    } else if (what === 'reprice') item.price += kind === 'bundle' ? 0 : 1 + (pick % 7);
    else if (what === 'copy' && kind === 'hat') item.copies.add(item.id * 10 + 1 + (pick % 8));
    else if (what === 'loseCopy' && item.copies.size > 1) item.copies.delete([...item.copies][0] ?? 0);
    else if (what === 'move' || what === 'both') {
      const [before = first] = item.lists;
      if (what === 'move' || kind !== 'place') item.lists.clear();
      item.lists.add(before === first ? second : first);
    }
  }

  /** A list read for the first time says what there is, not what is new. */
  #learn(read: readonly string[], seen: readonly TrueItem[]): void {
    const first = read.filter((key) => !this.#readOnce.has(key));
    for (const item of seen) {
      if (!first.some((key) => item.lists.has(key))) continue;
      const known = this.#told.get(keyOf(item)) ?? {
        copies: new Map<number, Set<string>>(),
        price: undefined,
      };
      this.#told.set(keyOf(item), known);
      for (const copy of item.copies) {
        // Where it stands besides is news only of a copy that was known.
        const learnt = known.copies.has(copy) ? first : read;
        const own = known.copies.get(copy) ?? new Set<string>();
        for (const key of learnt) if (item.lists.has(key)) own.add(key);
        known.copies.set(copy, own);
      }
    }
    for (const key of read) this.#readOnce.add(key);
  }

  /** A price that becomes known is no change. */
  #learnPrice(item: TrueItem, read: readonly string[], hasCollectibles: boolean): void {
    const known = this.#told.get(keyOf(item));
    if (!known || known.copies.size === 0) return;
    const isLimited = listsOf.hat.some((key) => item.lists.has(key));
    const isRead = isLimited ? hasCollectibles : read.some((key) => item.lists.has(key));
    if (isRead && item.price > 0) known.price ??= item.price;
  }

  #compare(run: { completedSubjects: string[]; isComplete: boolean }, canAsk: boolean): TimelineEntry[] {
    const { timeline } = this.#library;
    const filter = { before: null, kinds: timelineKinds, search: '' };
    const before = timeline.list(this.#accountId, filter).refreshes[0]?.id ?? 0;
    const { toAsk } = timeline.compare(this.#accountId, run, this.#clock, null);
    const answers = canAsk ? answerTruly(toAsk, [...this.#truth.values()]) : [];
    if (toAsk.length > 0) timeline.compare(this.#accountId, run, this.#clock, answers);
    const { refreshes } = timeline.list(this.#accountId, filter);
    return refreshes.filter(({ id }) => id > before).flatMap(({ entries }) => entries);
  }

  /** Every entry has to be true of what was told before and of what is. */
  #apply({ item, change }: TimelineEntry, read: readonly string[]): void {
    const key = keyOf(item);
    const truth = this.#truth.get(key);
    const known = this.#told.get(key) ?? { copies: new Map<number, Set<string>>(), price: undefined };
    this.#told.set(key, known);
    if (change.kind === 'repriced') {
      expect(change).toMatchObject({ from: known.price, to: truth?.price });
      known.price = change.to;
    } else if (change.kind === 'moved') {
      const copies = [...known.copies.values()];
      for (const name of change.from)
        expect(copies.filter((own) => own.delete(listOf(name))).length, `${key} left ${name}`).not.toBe(0);
      for (const own of copies) for (const name of change.to) own.add(listOf(name));
    } else if (change.kind === 'lost') {
      const gone = [...known.copies.keys()].filter((copy) => !truth?.copies.has(copy));
      expect(change.copies, `${key} lost`).toBe(gone.length);
      for (const copy of gone) known.copies.delete(copy);
    } else {
      const come = [...(truth?.copies ?? [])].filter((copy) => !known.copies.has(copy));
      expect(change.copies, `${key} gained`).toBe(come.length);
      // A list that was not read may have it as well: that is told when it is.
      const own = read.filter((key) => truth?.lists.has(key));
      for (const copy of come) known.copies.set(copy, new Set(own));
    }
  }
}

function keyOf({ type, id }: { type: string; id: number }): string {
  return `${type}/${id}`;
}

function listOf(name: string): string {
  return listKeys.find((key) => nameOf(key) === name) ?? '';
}

function stateOf({ copies, lists: own, price }: TrueItem) {
  return { copies: new Map([...copies].map((copy) => [copy, own])), price: price || undefined };
}
