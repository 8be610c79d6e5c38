import type { Wish } from '../../shared/outbox.ts';

interface Uttered {
  readonly wish: Wish;
  readonly at: number;
  effects: number;
}

/** All that was ever wanted with one item on one device, as a witness who believes no database. */
export class ItemWishes {
  #uttered: Uttered[] = [];
  #givenUpAt: number | null = null;
  /** Somebody else changed the item, too: then nobody can say how it has to end. */
  isTouched = false;
  /** A kill came before the answer: it may have been accepted or not. */
  isUnsure = false;

  utter(wish: Wish, at: number, isUnsure: boolean): void {
    this.#uttered.push({ wish, at, effects: 0 });
    this.#givenUpAt = null;
    this.isUnsure = isUnsure;
  }

  giveUp(at: number): void {
    this.#givenUpAt = at;
  }

  get isGivenUp(): boolean {
    return this.#givenUpAt !== null;
  }

  /** Whether the same was wanted twice in a row. */
  get isRepeated(): boolean {
    return this.#uttered.at(-2)?.wish === this.newest;
  }

  get newest(): Wish | null {
    return this.#uttered.at(-1)?.wish ?? null;
  }

  /** Whether somebody wanted that now, or so shortly ago that a request may still be about. */
  wasWanted(wish: Wish, now: number, forMs: number): boolean {
    return this.#uttered.some((one, index) => {
      const until = this.#uttered[index + 1]?.at ?? this.#givenUpAt ?? Number.POSITIVE_INFINITY;
      const isKnown = this.isUnsure && index >= this.#uttered.length - 2;
      return one.wish === wish && (isKnown || until + forMs >= now);
    });
  }

  /** Counts what came of the newest such wish: how often it has had an effect. */
  countEffect(wish: Wish): number {
    const one = this.#uttered.findLast((uttered) => uttered.wish === wish);
    if (!one) return 1;
    one.effects += 1;
    return one.effects;
  }
}
