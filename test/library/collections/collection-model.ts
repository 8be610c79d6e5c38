import type { ItemRef } from '../../../shared/items.ts';

interface ModelCollection {
  readonly id: number;
  name: string;
  parent: number | null;
  isTrashed: boolean;
  /** In the person's order. */
  items: number[];
}

/** Local collections, said as plainly as can be. Items are ids of assets; all collections stand in one list of siblings. */
export class CollectionModel {
  /** Siblings in order, those of all parents mixed. */
  #all: ModelCollection[] = [];

  get ids(): number[] {
    return this.#all.map(({ id }) => id);
  }

  create(id: number, name: string, parent: number | null, position: number): void {
    this.#all.push({ id, name, parent, isTrashed: false, items: [] });
    this.move(id, parent, position);
  }

  rename(id: number, name: string): void {
    this.#get(id).name = name;
  }

  move(id: number, parent: number | null, position: number): void {
    const one = this.#get(id);
    one.parent = parent;
    const others = this.#all.filter((other) => other !== one);
    const siblings = others.filter((other) => other.parent === parent && !other.isTrashed);
    const next = siblings[position];
    others.splice(next ? others.indexOf(next) : others.length, 0, one);
    this.#all = others;
  }

  setTrashed(id: number, isTrashed: boolean): void {
    this.#get(id).isTrashed = isTrashed;
  }

  emptyTrash(): void {
    this.#all = this.#all.filter(({ id }) => !this.isInTrash(id));
  }

  setItems(id: number, items: readonly number[]): void {
    this.#get(id).items = [...items];
  }

  itemsOf(id: number): readonly number[] {
    return this.#get(id).items;
  }

  parentOf(id: number): number | null {
    return this.#get(id).parent;
  }

  isTrashedItself(id: number): boolean {
    return this.#get(id).isTrashed;
  }

  isInTrash(id: number): boolean {
    return this.pathOf(id).some((above) => this.#get(above).isTrashed);
  }

  /** The collection itself and all it is in. */
  pathOf(id: number): number[] {
    const parent = this.#get(id).parent;
    return parent === null || !this.ids.includes(parent) ? [id] : [id, ...this.pathOf(parent)];
  }

  /** What is on screen: the tree with all items, and the trash. */
  show() {
    const walk = (parent: number | null): object[] =>
      this.#all
        .filter((one) => one.parent === parent && !one.isTrashed)
        .flatMap(({ id, name, items }) => [{ id, parent, name, items }, ...walk(id)]);
    const trash = this.#all.filter(({ isTrashed }) => isTrashed).map(({ id }) => id);
    return { collections: walk(null), trash: trash.sort((a, b) => a - b) };
  }

  copy(): CollectionModel {
    const copy = new CollectionModel();
    copy.#all = structuredClone(this.#all);
    return copy;
  }

  #get(id: number): ModelCollection {
    const found = this.#all.find((one) => one.id === id);
    if (!found) throw new Error(`The model has no collection ${id}`);
    return found;
  }
}

export function assets(ids: readonly number[]): ItemRef[] {
  return ids.map((id) => ({ type: 'Asset', id }));
}
