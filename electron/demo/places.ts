import { hashSeed, Random } from './art/random.ts';
import { placeType } from './asset-types.ts';
import type { Catalogue, Creator } from './catalogue.ts';
import { nameAsset } from './names.ts';
import type { AccountPlan } from './plan.ts';

export const placesTabs = ['Created', 'MyGames', 'OtherGames', 'Purchased'] as const;
export type PlacesTab = (typeof placesTabs)[number];

export interface Place {
  readonly index: number;
  readonly placeId: number;
  readonly universeId: number | null;
  readonly name: string;
  readonly creator: Creator;
  readonly priceInRobux: number | null;
}

/** An account's places: most are its own, some its group's, some of others it may edit, a few bought. */
export function generatePlaces(
  plan: AccountPlan,
  count: number,
  catalogue: Catalogue,
): Readonly<Record<PlacesTab, readonly Place[]>> {
  const self: Creator = { id: plan.userId, name: plan.name, type: 'User' };
  const group = firstGroup(catalogue, plan.userId);
  const created = Math.ceil(count * 0.56);
  const mine = Math.floor(count * 0.17);
  const others = Math.floor(count * 0.18);
  // Every account has a thousand places of its own, so no two accounts created the same one.
  let next = (plan.userId % 900) * 1000;
  const take = (
    length: number,
    creatorOf: (placeId: number, number: number) => Creator,
    isSold: boolean,
  ): Place[] =>
    Array.from({ length }, (_, number) => {
      const index = next++;
      const placeId = catalogue.assetId(placeType, index);
      return {
        index,
        placeId,
        universeId: catalogue.universeOf(placeId),
        name:
          number === 0 && creatorOf(placeId, 0) === self
            ? `${plan.name}'s Place`
            : nameAsset(placeType, placeId),
        creator: creatorOf(placeId, number),
        priceInRobux: isSold
          ? new Random(hashSeed('place price', placeId)).pick([25, 50, 100, 250, 500])
          : null,
      };
    });
  return {
    Created: take(created, () => self, false),
    MyGames: take(mine, (_, number) => (number % 2 === 0 ? self : group), false),
    // A few places belong to an experience rather than to somebody.
    OtherGames: take(
      others,
      (placeId, number) =>
        number % 5 === 3 ? experienceOf(catalogue, placeId) : catalogue.creatorOf(placeId),
      false,
    ),
    Purchased: take(count - created - mine - others, (placeId) => catalogue.creatorOf(placeId), true),
  };
}

function firstGroup(catalogue: Catalogue, seed: number): Creator {
  const creator = catalogue.creatorOf(seed);
  return creator.type === 'Group' ? creator : firstGroup(catalogue, seed + 1);
}

function experienceOf(catalogue: Catalogue, placeId: number): Creator {
  return {
    id: catalogue.universeOf(placeId) ?? placeId,
    name: nameAsset(placeType, placeId),
    type: 'Experience',
  };
}
