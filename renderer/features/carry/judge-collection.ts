import { collectionLimits, type Collection } from '../../../shared/collections.ts';
import { say } from '../../i18n.ts';
import type { Pair } from './drags.ts';
import { allow, refuse, refuseFor, type Verdict } from './verdict.ts';

type CollectionPlace = Extract<Pair, { kind: 'collection' }>['place'];

/** What the verdict on a collection depends on beside it. */
export interface TreeFacts {
  readonly find: (id: number) => Collection | undefined;
  readonly childrenOf: (id: number | null) => readonly Collection[];
  readonly pathOf: (collection: Collection) => readonly Collection[];
}

/** A place of the tree, as a move names it: `position` counts among the siblings without what is moved. */
export interface TreePlace {
  readonly parentId: number | null;
  readonly position: number;
}

/** What would become of a collection at a place. */
export function judgeCollection(id: number, place: CollectionPlace, facts: TreeFacts): Verdict {
  const own = facts.find(id);
  if (!own) return refuseFor('collectionUnknown');
  const { name } = own;
  if (place.kind === 'trash') return allow(say('carry.trash', { name }));
  const target = treePlaceOf(id, place, facts);
  if (!target) return refuseFor('collectionUnknown');
  const parent = target.parentId === null ? undefined : facts.find(target.parentId);
  const path = parent ? [...facts.pathOf(parent), parent] : [];
  if (path.some((above) => above.id === id)) return refuseFor('collectionInsideItself');
  if (path.length + heightOf(id, facts) > collectionLimits.levels) return refuseFor('collectionTooDeep');
  const isInPlace = own.parentId === target.parentId && positionOf(own, facts) === target.position;
  if (isInPlace) return refuse(say('carry.alreadyThere', { name }));
  if (place.kind === 'beside') return allow(say('carry.beside', { name }));
  return allow(parent ? say('carry.into', { name, into: parent.name }) : say('carry.top', { name }));
}

/** Undefined where the collection it is about is gone. */
export function treePlaceOf(
  id: number,
  place: Exclude<CollectionPlace, { kind: 'trash' }>,
  { find, childrenOf }: Omit<TreeFacts, 'pathOf'>,
): TreePlace | undefined {
  const others = (parentId: number | null) => childrenOf(parentId).filter((sibling) => sibling.id !== id);
  if (place.kind === 'top') return { parentId: null, position: others(null).length };
  const target = find(place.id);
  if (!target) return undefined;
  if (place.kind === 'collection') return { parentId: target.id, position: others(target.id).length };
  // Beside itself is where it is.
  const before = others(target.parentId).findIndex((sibling) => sibling.id === target.id);
  if (before === -1) return { parentId: target.parentId, position: positionOf(target, { childrenOf }) };
  return { parentId: target.parentId, position: place.side === 'before' ? before : before + 1 };
}

function positionOf({ id, parentId }: Collection, { childrenOf }: Pick<TreeFacts, 'childrenOf'>): number {
  return childrenOf(parentId).findIndex((sibling) => sibling.id === id);
}

function heightOf(id: number, facts: TreeFacts): number {
  return 1 + Math.max(0, ...facts.childrenOf(id).map((child) => heightOf(child.id, facts)));
}
