import type { Wish } from '../../shared/outbox.ts';

/** What one device has read of the collections, old or not. */
export class Readings {
  readonly #numbers = new Map<number, number>();
  /** How many of them showed an item. */
  readonly #shown = new Map<string, number>();

  take(accountId: number, items: readonly number[]): void {
    this.#numbers.set(accountId, (this.#numbers.get(accountId) ?? 0) + 1);
    for (const item of items) {
      const key = `${accountId}/${item}`;
      this.#shown.set(key, (this.#shown.get(key) ?? 0) + 1);
    }
  }

  /** Whether any of them did. */
  haveShown(accountId: number, item: number, wish: Wish): boolean {
    const shown = this.#shown.get(`${accountId}/${item}`) ?? 0;
    return wish === 'in' ? shown > 0 : (this.#numbers.get(accountId) ?? 0) > shown;
  }
}
