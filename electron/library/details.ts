import type { Copy, Item, ItemDetails, ItemRef } from '../../shared/items.ts';
import type { Database } from './database.ts';
import { toStanding } from './item-standings.ts';
import type { Items } from './items.ts';
import type { Refreshes } from './refreshes.ts';

import type { CellKnowledge, KnownItem } from './ownership/cell-knowledge.ts';
import { judgeCell } from './ownership/judge-cell.ts';
import { collectiblesSubject } from './subject-names.ts';

interface CopyRow {
  instance_id: number;
  serial: number | null;
  acquired_at: number | null;
  recent_average_price: number | null;
  original_price: number | null;
  asset_stock: number | null;
  is_on_hold: number | null;
}

export interface DetailsOptions {
  readonly database: Database;
  readonly refreshes: Refreshes;
  readonly items: Items;
  readonly knowledge: CellKnowledge;
  /** Tells what was kept of an item that the cache does not know. */
  readonly readKept: (ref: ItemRef) => Item;
  /** Brings the profile collections up to date before they are read. */
  readonly freshenProfile: () => void;
}

/** Everything the cache knows about one item of one account. */
export class Details {
  readonly #options: DetailsOptions;
  readonly #database: Database;

  constructor(options: DetailsOptions) {
    this.#options = options;
    this.#database = options.database;
  }

  read(accountId: number, ref: ItemRef): ItemDetails {
    const { items, knowledge, readKept } = this.#options;
    const known = knowledge.readOne(accountId, ref);
    const { standing, asOf } = toStanding(accountId, known);
    return {
      item: items.find(accountId, ref) ?? readKept(ref),
      copies: standing === 'owned' ? this.#copies(accountId, known) : [],
      isOwned: standing === 'unknown' ? null : standing === 'owned',
      isInProfileCollection: this.#isInProfileCollection(accountId, ref),
      savedAt: asOf,
    };
  }

  /** Keeps what Roblox answered about the item: whether it is owned and its copies' instance ids, null where it named none. */
  saveAnswer(
    accountId: number,
    { type, id }: ItemRef,
    isOwned: boolean,
    instanceIds: readonly number[] | null,
    at: number,
  ): void {
    this.#database.run(
      `INSERT OR REPLACE INTO item_answer
         (account_id, type, item_id, is_owned, instance_ids, names_copies, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[accountId, type, id, isOwned ? 1 : 0],
      ...[JSON.stringify(instanceIds ?? []), instanceIds ? 1 : 0, at],
    );
  }

  /** The copies Roblox named for this item, or those seen in lists, whichever is newer, each with what is known of it. */
  #copies(accountId: number, known: KnownItem): Copy[] {
    const { refreshes, knowledge } = this.#options;
    const { type, id } = known.ref;
    const instances = knowledge.instances(accountId, known, judgeCell(known).source);
    const { generation } = refreshes.state(accountId, collectiblesSubject);
    const rows = this.#database.all<CopyRow>(
      `WITH listed AS MATERIALIZED (
         SELECT c.instance_id, c.serial_number, c.acquired_at FROM item i
         CROSS JOIN holding h ON h.account_id = ?2 AND h.item_number = i.number
         CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
           AND h.generation = r.generation + (r.saved_at IS NULL)
         CROSS JOIN copy c ON c.account_id = h.account_id AND c.category = h.category
           AND c.generation = h.generation AND c.position = h.position
         WHERE i.type = ?3 AND i.id = ?4
       ), wanted AS (SELECT value AS instance_id FROM json_each(?1))
       SELECT wanted.instance_id, coalesce(max(l.serial_number), k.serial_number) AS serial,
         max(l.acquired_at) AS acquired_at, k.recent_average_price, k.original_price, k.asset_stock, k.is_on_hold
       FROM wanted
       LEFT JOIN listed l ON l.instance_id = wanted.instance_id
       LEFT JOIN collectible k ON ?3 = 'Asset' AND k.account_id = ?2 AND k.generation = ?5 AND k.asset_id = ?4
         AND k.instance_id = wanted.instance_id
       GROUP BY wanted.instance_id ORDER BY serial IS NULL, serial, wanted.instance_id`,
      JSON.stringify(instances),
      accountId,
      type,
      id,
      generation,
    );
    return rows.map(toCopy);
  }

  #isInProfileCollection(accountId: number, { type, id }: ItemRef): boolean {
    this.#options.freshenProfile();
    const sql = 'SELECT 1 AS found FROM profile_item WHERE account_id = ? AND type = ? AND item_id = ?';
    return this.#database.get(sql, accountId, type, id) !== undefined;
  }
}

function toCopy(row: CopyRow): Copy {
  return {
    instanceId: row.instance_id === 0 ? null : row.instance_id,
    serialNumber: row.serial,
    acquiredAt: row.acquired_at,
    recentAveragePrice: row.recent_average_price,
    originalPrice: row.original_price,
    assetStock: row.asset_stock,
    isOnHold: row.is_on_hold === 1,
  };
}
