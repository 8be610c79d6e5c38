import type { ItemRef } from '../../../shared/items.ts';

/** What the accounts of a round tell each other of the items they ask about. */
export class ItemsInQuestion {
  readonly #gone = new Set<string>();
  readonly #named = new Set<string>();
  readonly #asked = new Map<string, number>();

  /** Roblox has no such item, or its name was told. */
  note(item: ItemRef, news: 'gone' | 'named'): void {
    (news === 'gone' ? this.#gone : this.#named).add(keyOf(item));
  }

  isGone(item: ItemRef): boolean {
    return this.#gone.has(keyOf(item));
  }

  isNamed(item: ItemRef): boolean {
    return this.#named.has(keyOf(item));
  }

  /** Whether somebody is asking about it: what comes of that may save the question. */
  isAsked(item: ItemRef): boolean {
    return this.#asked.has(keyOf(item));
  }

  /** Returns what says that it was answered. */
  ask(item: ItemRef): () => void {
    const key = keyOf(item);
    this.#asked.set(key, (this.#asked.get(key) ?? 0) + 1);
    return () => {
      const others = (this.#asked.get(key) ?? 1) - 1;
      if (others > 0) this.#asked.set(key, others);
      else this.#asked.delete(key);
    };
  }
}

function keyOf({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
