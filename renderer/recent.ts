/** Holds the few values that were put last, so that what comes by again is there at once. */
export class Recent<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  put(key: Key, value: Value): void {
    // A map keeps the order in which keys came: the first is the one put longest ago.
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
  }

  drop(isGone: (key: Key) => boolean): void {
    for (const key of this.#values.keys()) if (isGone(key)) this.#values.delete(key);
  }
}
