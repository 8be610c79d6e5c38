import type { ListMemory, ListState } from './list-columns.ts';
import type { Sliced } from './slices.ts';
import { buildBase, type ViewBase } from './view-base.ts';
import { editionOf } from './view-lists.ts';

const mostKeptRows = 2_500_000;

/** What views are over, kept for as long as their lists stay as they are: every search and sort begins with it. */
export class ViewBases {
  readonly #memory: ListMemory;
  readonly #bases = new Map<string, ViewBase>();

  constructor(memory: ListMemory) {
    this.#memory = memory;
  }

  *read(lists: readonly ListState[]): Sliced<ViewBase> {
    const edition = editionOf(lists);
    const base = this.#bases.get(edition) ?? (yield* buildBase(lists, this.#memory));
    this.#bases.delete(edition);
    this.#bases.set(edition, base);
    let rows = 0;
    for (const [key, { slots, size }] of [...this.#bases].reverse()) {
      rows += slots.length + size;
      if (rows > mostKeptRows && key !== edition) this.#bases.delete(key);
    }
    return base;
  }

  clear(): void {
    this.#bases.clear();
  }
}
