import { collectionLimits } from '../../../shared/collections.ts';
import { AppError } from '../../../shared/errors.ts';

/** A collection as it is kept. */
export interface CollectionRow {
  readonly id: number;
  readonly parent_id: number | null;
  /** Among all siblings, those in the trash too: what comes back stands where it was. */
  readonly position: number;
  readonly name: string;
  readonly icon: string | null;
  readonly colour: string | null;
  readonly note: string | null;
  /** JSON of a smart collection's view. */
  readonly view: string | null;
  /** Epoch milliseconds. What is below it is in the trash with it. */
  readonly trashed_at: number | null;
}

/** All collections, in memory: there are few. What is changed here is written as the difference to what was read. */
export class CollectionTree {
  readonly #rows: Map<number, CollectionRow>;

  constructor(rows: readonly CollectionRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  get size(): number {
    return this.#rows.size;
  }

  rows(): CollectionRow[] {
    return [...this.#rows.values()];
  }

  get(id: number): CollectionRow | undefined {
    return this.#rows.get(id);
  }

  /** One that is not in the trash. Throws `collectionUnknown`. */
  find(id: number): CollectionRow {
    const row = this.#rows.get(id);
    if (!row || this.isTrashed(id)) throw new AppError('collectionUnknown', `No collection ${id}`);
    return row;
  }

  /** Itself, or by what it is in. */
  isTrashed(id: number): boolean {
    return this.path(id).some(({ trashed_at: at }) => at !== null);
  }

  /** Those not in the trash, each before those below it, siblings in order. */
  active(): CollectionRow[] {
    return this.#walk(null, ({ trashed_at: at }) => at === null);
  }

  /** Those below one that are not in the trash by themselves, each before those below it. */
  below(id: number): CollectionRow[] {
    return this.#walk(id, ({ trashed_at: at }) => at === null);
  }

  put(row: CollectionRow): void {
    this.#rows.set(row.id, row);
  }

  remove(id: number): void {
    this.#rows.delete(id);
  }

  /**
   * Puts one somewhere; `position` counts among the siblings on screen, without itself; null is the end. Throws
   * `collectionInsideItself`, `collectionTooDeep`.
   */
  place(id: number, parentId: number | null, position: number | null): void {
    const row = this.#rows.get(id);
    if (!row) return;
    if (parentId !== null && this.path(parentId).some((above) => above.id === id))
      throw new AppError('collectionInsideItself', `Collection ${id} into ${parentId}`);
    const above = parentId === null ? 0 : this.path(parentId).length;
    if (above + this.#height(id) > collectionLimits.levels)
      throw new AppError('collectionTooDeep', `At most ${collectionLimits.levels} levels`);
    const siblings = this.#children(parentId).filter((sibling) => sibling.id !== id);
    const shown = siblings.filter(({ trashed_at: at }) => at === null);
    const next = position === null ? undefined : shown[position];
    siblings.splice(next ? siblings.indexOf(next) : siblings.length, 0, { ...row, parent_id: parentId });
    for (const [place, sibling] of siblings.entries()) this.put({ ...sibling, position: place });
  }

  /** From the top down to the collection itself. */
  /** It and what it is in, from the top down. */
  path(id: number): CollectionRow[] {
    const path: CollectionRow[] = [];
    for (let row = this.#rows.get(id); row; row = this.#rows.get(row.parent_id ?? 0)) path.unshift(row);
    return path;
  }

  #height(id: number): number {
    return 1 + Math.max(0, ...this.#children(id).map((child) => this.#height(child.id)));
  }

  #children(parentId: number | null): CollectionRow[] {
    return this.rows()
      .filter((row) => row.parent_id === parentId)
      .sort((a, b) => a.position - b.position || a.id - b.id);
  }

  #walk(from: number | null, isWanted: (row: CollectionRow) => boolean): CollectionRow[] {
    const children = Map.groupBy(this.#rows.values(), (row) => row.parent_id);
    const walk = (parentId: number | null): CollectionRow[] =>
      (children.get(parentId) ?? [])
        .filter(isWanted)
        .sort((a, b) => a.position - b.position || a.id - b.id)
        .flatMap((row) => [row, ...walk(row.id)]);
    return walk(from);
  }
}
