import type { Collection } from '../../../shared/collections.ts';

/** One collection that items can be filed in. */
export interface PickLine {
  readonly collection: Collection;
  /** What it is in, in words; empty at the top. */
  readonly path: string;
  /** How many of the items are in it already. */
  readonly already: number;
  readonly isRecent: boolean;
}

interface Known {
  readonly collections: readonly Collection[];
  readonly pathOf: (collection: Collection) => readonly Collection[];
  /** Ids, the last one first. */
  readonly recent: readonly number[];
  /** How many of the items each of them has. */
  readonly shares: ReadonlyMap<number, number>;
}

// Nobody reads on: they type another letter.
const mostLines = 60;

/** The collections whose name or path has all the words of a text, recent ones first. Smart ones fill themselves. */
export function pickLines(text: string, { collections, pathOf, recent, shares }: Known): readonly PickLine[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rank = new Map(recent.map((id, place) => [id, place]));
  return collections
    .filter(({ view }) => view === null)
    .map((collection) => ({
      collection,
      path: pathOf(collection)
        .map(({ name }) => name)
        .join(' › '),
      already: shares.get(collection.id) ?? 0,
      isRecent: rank.has(collection.id),
    }))
    .filter(({ collection, path }) => {
      const hay = `${path} ${collection.name}`.toLocaleLowerCase();
      return words.every((word) => hay.includes(word));
    })
    .sort((one, other) => placeOf(one, rank) - placeOf(other, rank))
    .slice(0, mostLines);
}

function placeOf({ collection }: PickLine, rank: ReadonlyMap<number, number>): number {
  return rank.get(collection.id) ?? Number.MAX_SAFE_INTEGER;
}
