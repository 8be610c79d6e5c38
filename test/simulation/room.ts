import type { ItemRecord } from './item-record.ts';
import type { Readings } from './readings.ts';
import { mayBeGone } from './undecided.ts';
import type { Uttered } from './wishes.ts';

/** What has to be out before Roblox hears of an item that a swap puts in. Items by their keys. */
export class Room {
  readonly #items: ReadonlyMap<string, ItemRecord>;
  readonly #readings: Readings;

  constructor(items: ReadonlyMap<string, ItemRecord>, readings: Readings) {
    this.#items = items;
    this.#readings = readings;
  }

  /**
   * What is surely still to go out first. Left open: an item that something newer is wanted of, that is being given up, or that
   * was refused; and what was wanted already when a kill came before the answer to the swap.
   */
  awaited(uttered: Uttered): string[] {
    if (!uttered.isRoomSure) return [];
    return uttered.room.filter((key) => {
      const record = this.#items.get(key);
      const newest = record?.wishes.newest;
      if (!record || newest?.batch !== uttered.batch || record.wishes.isUnsure) return false;
      return (
        newest.givenUpAt === null && newest.refusedAt === null && !mayBeGone(key, record, this.#readings)
      );
    });
  }

  /** Whether an item may have to wait, so that others overtake it. */
  mayBeAwaited(key: string): boolean {
    return (this.#items.get(key)?.wishes.room.length ?? 0) > 0;
  }
}
