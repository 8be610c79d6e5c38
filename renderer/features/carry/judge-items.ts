import { collectionLimits, type Collection } from '../../../shared/collections.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say, type Sentence } from '../../i18n.ts';
import { profileFate, type ProfileFacts, type ProfileFate } from '../profile-collection/profile-fate.ts';
import type { Pair } from './drags.ts';
import { allow, refuse, refuseFor, type Verdict } from './verdict.ts';

export type ItemPair = Extract<Pair, { kind: 'items' }>;
export type ItemLoad = ItemPair['load'];

/** What the verdict on items depends on beside them. */
export interface ItemFacts {
  readonly find: (id: number) => Collection | undefined;
  /** How many of the items each collection has already; empty while that is being asked. */
  readonly shares: ReadonlyMap<number, number>;
  readonly profile: ProfileFacts & {
    /** Why it cannot be changed at all. */
    readonly obstacle: ErrorCode | null;
    /** Why it is not the one of the account that the items were taken of; null when it is. */
    readonly obstacleOf: (load: ItemLoad) => string | null;
    readonly isOwned: (item: Item, load: ItemLoad) => boolean;
  };
}

/** What would become of items at a place. `wantsCopy` leaves them in the collection they come from as well. */
export function judgeItems(
  load: ItemLoad,
  place: ItemPair['place'],
  wantsCopy: boolean,
  facts: ItemFacts,
): Verdict {
  switch (place.kind) {
    case 'collection':
      return judgeCollection(load, place.id, wantsCopy, facts);
    case 'among': {
      const isOwn = load.from.kind === 'collection' && load.from.id === place.id;
      if (isOwn) return judgeArrange(load.items.length);
      return judgeCollection(load, place.id, wantsCopy, facts);
    }
    case 'profile':
      return judgeProfile(load, facts);
    case 'trash':
      return judgeTrash(load, facts);
  }
}

/** Those of the items that can go into the profile collection. */
export function fitting(load: ItemLoad, { profile }: Pick<ItemFacts, 'profile'>): readonly Item[] {
  return load.items.filter((item) => profileFate(item, profile, profile.isOwned(item, load)) === 'fits');
}

function judgeCollection(
  { items, from }: ItemLoad,
  id: number,
  wantsCopy: boolean,
  facts: ItemFacts,
): Verdict {
  const collection = facts.find(id);
  if (!collection) return refuseFor('collectionUnknown');
  if (collection.view) return refuseFor('collectionSmart');
  const { name } = collection;
  const isOwn = from.kind === 'collection' && from.id === id;
  const already = isOwn ? items.length : (facts.shares.get(id) ?? 0);
  const isMove = from.kind === 'collection' && !wantsCopy;
  // A move of what is there already still takes it out of where it was.
  if (already >= items.length && (isOwn || !isMove))
    return refuse(count('allAlready', items.length, { name }));
  if ((collection.count ?? 0) + items.length - already > collectionLimits.items) {
    return refuseFor('collectionTooLarge');
  }
  const words = from.kind !== 'collection' ? 'add' : isMove ? 'moveItems' : 'copyItems';
  const rest = already > 0 ? [count('someAlready', already)] : [];
  return allow([count(words, items.length, { name }), ...rest].join(' · '), { isCopy: !isMove });
}

function judgeArrange(number: number): Verdict {
  const most = collectionLimits.itemsAtOnce;
  return number > most ? refuse(count('tooManyAtOnce', most)) : allow(count('arrange', number));
}

function judgeProfile(load: ItemLoad, facts: ItemFacts): Verdict {
  const { profile } = facts;
  if (profile.obstacle) return refuseFor(profile.obstacle);
  const fates = load.items.map((item) => profileFate(item, profile, profile.isOwned(item, load)));
  const numberOf = (fate: ProfileFate) => fates.filter((one) => one === fate).length;
  const [fit, refused, foreign] = [numberOf('fits'), numberOf('typeRefused'), numberOf('notOwned')];
  if (fit + refused + foreign === 0) return refuse(count('alreadyInProfile', fates.length));
  if (fit + refused === 0) return refuse(count('notOwned', foreign));
  const rest = foreign > 0 ? [count('someNotOwned', foreign)] : [];
  if (fit === 0) return refuse([count('typeRefused', refused), ...rest].join(' · '));
  if (refused > 0) rest.push(count('someTypeRefused', refused));
  return allow([count('toProfile', fit), ...rest].join(' · '), { isCopy: true });
}

function judgeTrash(load: ItemLoad, { find, profile }: ItemFacts): Verdict {
  const { items, from } = load;
  if (from.kind === 'library') return refuse(say('carry.itemsStay'));
  if (from.kind === 'profile') {
    const reason = profile.obstacleOf(load);
    if (reason !== null) return refuse(reason);
    return profile.obstacle ? refuseFor(profile.obstacle) : allow(count('outOfProfile', items.length));
  }
  const collection = find(from.id);
  if (!collection) return refuseFor('collectionUnknown');
  return allow(count('takeOut', items.length, { name: collection.name }));
}

type Counted = Extract<Sentence, `carry.${string}`> extends `carry.${infer Name}` ? Name : never;

function count(words: Counted, number: number, values: Readonly<Record<string, string>> = {}): string {
  return say(`carry.${words}`, { number: formatNumber(number), ...values }, number);
}
