import type { Load, Place } from './load.ts';

/**
 * Every drag of the app, by what is carried and where to. Each has a twin by single clicks (pick up, then click the place)
 * and one by keys; `drags.spec.ts` does each of them in all three ways. Accounts are put in order in a dialog of theirs,
 * where nothing else can be put: arrows beside each are the twins.
 */
export const drags = [
  { load: 'items', place: 'collection' },
  { load: 'items', place: 'among' },
  { load: 'items', place: 'profile' },
  { load: 'items', place: 'trash' },
  { load: 'collection', place: 'collection' },
  { load: 'collection', place: 'beside' },
  { load: 'collection', place: 'top' },
  { load: 'collection', place: 'trash' },
  { load: 'account', place: 'account' },
] as const satisfies readonly { load: Load['kind'] | 'account'; place: Place['kind'] | 'account' }[];

type Drag = (typeof drags)[number];
type LoadOf<Kind> = Extract<Load, { kind: Kind }>;
type PlaceOf<Kind> = Extract<Place, { kind: Kind }>;
/** A load and a place that takes its kind. */
export type Pair = {
  [Kind in Load['kind']]: {
    readonly kind: Kind;
    readonly load: LoadOf<Kind>;
    readonly place: PlaceOf<Extract<Drag, { load: Kind }>['place']>;
  };
}[Load['kind']];

/** Null where such a thing is never put. */
export function pairOf(load: Load, place: Place): Pair | null {
  const isDrag = drags.some((drag) => drag.load === load.kind && drag.place === place.kind);
  return isDrag ? ({ kind: load.kind, load, place } as Pair) : null;
}
