import type { Load, Place, Spot } from './load.ts';

type LoadAt = (spot: Spot) => Load | null;
type PlaceAt = (spot: Spot, load: Load) => Place | null;

/** Parts of the window that things can be taken from. */
const sources = new Map<Element, LoadAt>();
/** Parts of the window that take things. */
const zones = new Map<Element, PlaceAt>();

/** Makes a part of the window known to the keyboard as one that things can be taken from. Returns how to undo that. */
export function addSource(element: Element, loadAt: LoadAt): () => void {
  sources.set(element, loadAt);
  return () => void sources.delete(element);
}

/** Makes a part of the window known to the keyboard as one that takes things. Returns how to undo that. */
export function addZone(element: Element, placeAt: PlaceAt): () => void {
  zones.set(element, placeAt);
  return () => void zones.delete(element);
}

/** What would be taken from there; null where there is nothing to take. */
export function findLoad(spot: Spot): Load | null {
  return around(spot, sources)?.(spot) ?? null;
}

/** The place something would be put at there; null where there is none. */
export function findPlace(spot: Spot, load: Load): Place | null {
  return around(spot, zones)?.(spot, load) ?? null;
}

function around<Answer>({ target }: Spot, parts: ReadonlyMap<Element, Answer>): Answer | undefined {
  for (let element = target; element; element = element.parentElement) {
    const part = parts.get(element);
    if (part) return part;
  }
  return undefined;
}
