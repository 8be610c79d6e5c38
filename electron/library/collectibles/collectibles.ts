import type { Database } from '../database.ts';
import type { ItemFacts, Items } from '../items.ts';
import type { Leftovers } from '../leftovers.ts';
import type { Refreshes } from '../refreshes.ts';
import { collectiblesSubject } from '../subject-names.ts';

/** A copy of a limited, as inventory.getCollectibles tells it. Prices in Robux. */
export interface CollectibleCopy {
  readonly assetId: number;
  /** Left out by those who only know the copy. */
  readonly name?: string;
  readonly instanceId: number;
  readonly serialNumber: number | null;
  readonly recentAveragePrice: number | null;
  readonly originalPrice: number | null;
  readonly assetStock: number | null;
  readonly isOnHold: boolean;
}

/** The collectible copies of all accounts. */
export class Collectibles {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #leftovers: Leftovers;
  readonly #items: Items;

  constructor(database: Database, refreshes: Refreshes, leftovers: Leftovers, items: Items) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#leftovers = leftovers;
    this.#items = items;
  }

  begin(accountId: number, at: number): void {
    while (this.tryBegin(accountId, at) === null);
  }

  /** The same in slices: null while something of an attempt that was given up is left, then to be asked again. */
  tryBegin(accountId: number, at: number): true | null {
    return this.#database.transaction(() => {
      this.#refreshes.begin(accountId, collectiblesSubject, at);
      const { generation } = this.#refreshes.state(accountId, collectiblesSubject);
      return this.#leftovers.deleteSomeBeyond(accountId, collectiblesSubject, generation) ? null : true;
    });
  }

  /** Returns how many rows the refresh under way has brought so far. */
  commitPage(
    accountId: number,
    page: { rows: readonly CollectibleCopy[]; unreadableRows: number; nextCursor: string | null },
  ): number {
    return this.#database.transaction(() => {
      const state = this.#refreshes.state(accountId, collectiblesSubject);
      const generation = state.generation + 1;
      // A limited may stand in no list that was read yet.
      this.#items.save(...page.rows.flatMap(toItemFacts));
      this.#database.run(
        `INSERT OR REPLACE INTO collectible
         SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
         FROM json_each(?3)`,
        accountId,
        generation,
        JSON.stringify(page.rows.map(toColumns)),
      );
      this.#refreshes.advance(accountId, collectiblesSubject, {
        cursor: page.nextCursor,
        rows: page.rows.length,
        unreadable: page.unreadableRows,
      });
      return (state.running?.received ?? 0) + page.rows.length;
    });
  }

  publish(accountId: number, at: number): void {
    this.#database.transaction(() => {
      const generation = this.#refreshes.publish(accountId, collectiblesSubject, at);
      this.#leftovers.add(accountId, collectiblesSubject, generation - 1);
    });
  }
}

function toItemFacts({ assetId: id, name }: CollectibleCopy): ItemFacts[] {
  return name === undefined ? [] : [{ type: 'Asset', id, name, assetType: null, creatorName: null }];
}

function toColumns(copy: CollectibleCopy) {
  const { assetId, instanceId, serialNumber, recentAveragePrice, originalPrice, assetStock, isOnHold } = copy;
  return [assetId, instanceId, serialNumber, recentAveragePrice, originalPrice, assetStock, isOnHold ? 1 : 0];
}
