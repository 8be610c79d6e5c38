import type { DemoAccount } from './account.ts';
import type { ItemKey } from './inventory.ts';

/** Profile collections as a run changes them: adds and removes stick, and a read may lag behind. */
export class ProfileCollections {
  /** How many items a collection takes. */
  readonly capacity: number;
  readonly #readLag: number;
  readonly #items = new Map<number, Shelf>();

  constructor(accounts: readonly DemoAccount[], capacity: number, readLag: number) {
    this.capacity = capacity;
    this.#readLag = readLag;
    for (const account of accounts) {
      // Read only when somebody asks for it: generating an inventory is most of the cost of an account.
      this.#items.set(account.userId, {
        initial: () => account.inventory.shown,
        items: undefined,
        seen: [],
        lag: 0,
      });
    }
  }

  has(userId: number, key: ItemKey): boolean {
    return this.#shelf(userId).includes(key);
  }

  isFull(userId: number): boolean {
    return this.#shelf(userId).length >= this.capacity;
  }

  add(userId: number, key: ItemKey): void {
    this.#change(userId, [key, ...this.#shelf(userId)]);
  }

  remove(userId: number, key: ItemKey): void {
    this.#change(
      userId,
      this.#shelf(userId).filter((shown) => shown !== key),
    );
  }

  /** What a reader is shown: for some reads after a change, still what was there before. */
  read(userId: number): readonly ItemKey[] {
    const items = this.#shelf(userId);
    const shelf = this.#items.get(userId);
    if (!shelf) return [];
    if (shelf.lag > 0) shelf.lag--;
    else shelf.seen = items;
    return shelf.seen;
  }

  #change(userId: number, items: readonly ItemKey[]): void {
    const shelf = this.#items.get(userId);
    if (!shelf) return;
    shelf.items = items;
    shelf.lag = this.#readLag;
  }

  #shelf(userId: number): readonly ItemKey[] {
    const shelf = this.#items.get(userId);
    if (!shelf) return [];
    if (!shelf.items) shelf.items = shelf.seen = shelf.initial();
    return shelf.items;
  }
}

interface Shelf {
  readonly initial: () => readonly ItemKey[];
  items: readonly ItemKey[] | undefined;
  seen: readonly ItemKey[];
  lag: number;
}
