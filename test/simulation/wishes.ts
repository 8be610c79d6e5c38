import type { Wish } from '../../shared/outbox.ts';

/** One time that somebody wanted something with an item. */
export interface Uttered {
  readonly wish: Wish;
  readonly at: number;
  /** What was wanted in one go: all of it is accepted, or nothing. */
  readonly batch: object;
  /** Of what a swap puts in: keys of the items that go out first. */
  readonly room: readonly string[];
  /** Whether it surely waits for them: a kill may have come before that was on the disk. */
  isRoomSure: boolean;
  isAccepted: boolean;
  givenUpAt: number | null;
  refusedAt: number | null;
  /** Said again while it was under way: that changes nothing, and what Roblox answers goes for both. */
  isRepeat: boolean;
  /** Nobody can know any more that Roblox has refused it, or somebody wants it tried again. */
  mayGoAgain: boolean;
  effects: number;
  /** How often somebody else turned it round after an effect. */
  turnedBack: number;
}

/** All that was ever wanted with one item on one device, as a witness who believes no database. */
export class ItemWishes {
  readonly #uttered: Uttered[] = [];
  /** It is being given up, and nobody knows yet whether it was. */
  isDiscarding = false;

  utter(wish: Wish, at: number, batch: object, room: readonly string[] = []): Uttered {
    const fresh = {
      isAccepted: false,
      isRoomSure: true,
      isRepeat: false,
      givenUpAt: null,
      refusedAt: null,
      mayGoAgain: false,
    };
    const uttered: Uttered = { wish, at, batch, room, ...fresh, effects: 0, turnedBack: 0 };
    this.#uttered.push(uttered);
    return uttered;
  }

  get newest(): Uttered | undefined {
    return this.#uttered.at(-1);
  }

  get beforeNewest(): Uttered | undefined {
    return this.#uttered.at(-2);
  }

  /** What the newest took the place of, however often it was said again while it was under way. */
  get replaced(): Uttered | undefined {
    return this.#uttered[this.#uttered.findLastIndex(({ isRepeat }) => !isRepeat) - 1];
  }

  /** A kill came before the answer: it may be on the disk or not. */
  get isUnsure(): boolean {
    return this.isDiscarding || this.newest?.isAccepted === false;
  }

  /** When something was last given up, in whatever wish. */
  get lastGivenUpAt(): number {
    return Math.max(...this.#uttered.map(({ givenUpAt }) => givenUpAt ?? -1), -1);
  }

  giveUp(at: number): void {
    this.isDiscarding = false;
    if (this.newest) this.newest.givenUpAt = at;
  }

  /** The newest was never accepted: what was wanted before it counts. */
  withdraw(): void {
    const withdrawn = this.#uttered.pop();
    if (withdrawn && this.newest?.wish === withdrawn.wish) this.newest.effects += withdrawn.effects;
  }

  /** Which wish a request of now carries out: the newest counts, and what it replaced this very moment. */
  wanted(wish: Wish, now: number): Uttered | undefined {
    return this.#uttered.findLast((one, index) => {
      const next = this.#uttered.slice(index + 1).find(({ isAccepted }) => isAccepted);
      const until = Math.min(next?.at ?? Number.POSITIVE_INFINITY, one.givenUpAt ?? Number.POSITIVE_INFINITY);
      return one.wish === wish && until >= now;
    });
  }

  /** Roblox refuses a wish, and with it the same one said again meanwhile. */
  refuse(refused: Uttered, at: number): void {
    for (const one of this.#uttered.slice(this.#uttered.indexOf(refused))) {
      if (one.wish !== refused.wish) return;
      one.refusedAt = at;
      // What is wanted anew after that is another change.
      if (one.givenUpAt !== null) return;
    }
  }

  /** What was refused since then has come to the disk only now: it goes for the same one said again meanwhile. */
  refuseAgain(since: number): void {
    const refused = this.#uttered.find(({ refusedAt }) => refusedAt !== null && refusedAt >= since);
    if (refused) this.refuse(refused, refused.refusedAt ?? since);
  }

  /** Whether it still is what is wanted, said once or more, and was not given up meanwhile. */
  isStillWanted(uttered: Uttered): boolean {
    const since = this.#uttered.slice(this.#uttered.indexOf(uttered));
    return since.every((one) => !one.isAccepted || (one.wish === uttered.wish && one.givenUpAt === null));
  }

  /** What may have to make room for what is wanted now, said once or more. */
  get room(): readonly string[] {
    const run = this.#uttered.slice(
      this.#uttered.findLastIndex(({ wish }) => wish !== this.newest?.wish) + 1,
    );
    return run.flatMap(({ room }) => room);
  }

  /** Somebody else has it the other way round now. */
  turnBack(to: Wish): void {
    for (const one of this.#uttered) if (one.wish !== to && one.effects > 0) one.turnedBack += 1;
  }

  /** The run ended: what was refused at that moment may not be on the disk. */
  endRun(now: number): void {
    for (const one of this.#uttered)
      if (one.refusedAt !== null && one.refusedAt >= now) one.mayGoAgain = true;
  }
}
