import type { Database } from './database.ts';
import type { Refreshes } from './refreshes.ts';

/** A copy of a limited, as inventory.getCollectibles tells it. Prices in Robux. */
export interface CollectibleCopy {
  readonly assetId: number;
  readonly instanceId: number;
  readonly serialNumber: number | null;
  readonly recentAveragePrice: number | null;
  readonly originalPrice: number | null;
  readonly assetStock: number | null;
  readonly isOnHold: boolean;
}

export const collectiblesSubject = 'collectibles';

/** The collectible copies of all accounts. */
export class Collectibles {
  readonly #database: Database;
  readonly #refreshes: Refreshes;

  constructor(database: Database, refreshes: Refreshes) {
    this.#database = database;
    this.#refreshes = refreshes;
  }

  begin(accountId: number, at: number): void {
    this.#database.transaction(() => {
      const { generation } = this.#refreshes.state(accountId, collectiblesSubject);
      this.#database.run(
        'DELETE FROM collectible WHERE account_id = ? AND generation > ?',
        accountId,
        generation,
      );
      this.#refreshes.begin(accountId, collectiblesSubject, at);
    });
  }

  commitPage(
    accountId: number,
    page: { rows: readonly CollectibleCopy[]; unreadableRows: number; nextCursor: string | null },
  ): void {
    this.#database.transaction(() => {
      const generation = this.#refreshes.state(accountId, collectiblesSubject).generation + 1;
      for (const copy of page.rows) {
        this.#database.run(
          'INSERT OR REPLACE INTO collectible VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          accountId,
          generation,
          copy.assetId,
          copy.instanceId,
          copy.serialNumber,
          copy.recentAveragePrice,
          copy.originalPrice,
          copy.assetStock,
          copy.isOnHold ? 1 : 0,
        );
      }
      this.#refreshes.advance(accountId, collectiblesSubject, {
        cursor: page.nextCursor,
        rows: page.rows.length,
        unreadable: page.unreadableRows,
      });
    });
  }

  publish(accountId: number, at: number): void {
    this.#database.transaction(() => {
      const generation = this.#refreshes.publish(accountId, collectiblesSubject, at);
      this.#database.run(
        'DELETE FROM collectible WHERE account_id = ? AND generation < ?',
        accountId,
        generation,
      );
    });
  }
}
