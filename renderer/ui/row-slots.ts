/**
 * Which element shows which row: an element whose row has left the view shows the next one that comes in, so that
 * scrolling and another list build nothing anew.
 */
export class RowSlots {
  #slots = new Map<number, number>();
  #anchor: number | undefined;

  /**
   * A slot for each of `rows`, which are in order. A row keeps its slot for as long as it is among them. `anchor` is the
   * row whose element must not be moved among the others, as it would lose the focus.
   */
  assign(rows: readonly number[], anchor: number): readonly number[] {
    const wanted = new Set(rows);
    const before = this.#slots;
    // The element with the focus does not become another row's: nobody would be told that the focus has moved.
    const hasMoved = anchor !== this.#anchor;
    const free = [...before].filter(([row]) => !wanted.has(row) && !(hasMoved && row === this.#anchor));
    this.#anchor = anchor;
    const fresh = rows.filter((row) => !before.has(row));
    // While most stay, those that change are the ones moved; otherwise it might be the anchor.
    const staysPut = rows.length - fresh.length > fresh.length;
    const used = new Set(before.values());
    const next = new Map<number, number>();
    for (const row of rows) {
      const kept = before.get(row);
      const place = staysPut ? 0 : free.findIndex(([freed]) => freed < anchor === row < anchor);
      const slot = kept ?? free.splice(place, place < 0 ? 0 : 1)[0]?.[1] ?? lowestUnused(used);
      used.add(slot);
      next.set(row, slot);
    }
    this.#slots = next;
    return rows.map((row) => next.get(row) ?? 0);
  }
}

function lowestUnused(used: ReadonlySet<number>): number {
  let slot = 0;
  while (used.has(slot)) slot += 1;
  return slot;
}
