import type { CollectionItem } from '../../shared/collections.ts';
import type { ItemOverview } from '../../shared/item-overview.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { Containers } from './containers.ts';
import type { Details } from './details.ts';
import type { ItemStandings } from './item-standings.ts';

export interface ItemOverviewsOptions {
  readonly containers: Containers;
  readonly details: Details;
  readonly standings: ItemStandings;
  /** What the cache knows of an item, else what was kept of it. */
  readonly readItem: (item: ItemRef) => CollectionItem;
}

/** Everything the library knows of one item, whoever owns it. */
export class ItemOverviews {
  readonly #options: ItemOverviewsOptions;

  constructor(options: ItemOverviewsOptions) {
    this.#options = options;
  }

  read(ref: ItemRef): ItemOverview {
    const { containers, details, standings, readItem } = this.#options;
    const item = readItem(ref);
    const makeup = containers.makeup(ref);
    const accounts = (standings.read([ref])[0] ?? []).map((standing) => {
      const { copies: instances, isInProfileCollection } = details.read(standing.accountId, ref);
      return { ...standing, instances, isInProfileCollection, error: null };
    });
    const isKnown =
      item.name !== '' ||
      makeup.contents !== null ||
      makeup.partOf.length > 0 ||
      accounts.some(({ standing, asOf }) => standing === 'owned' || asOf !== null);
    return { item, isKnown, accounts, makeup };
  }
}
