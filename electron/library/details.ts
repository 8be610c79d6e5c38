import type { Copy, Item, ItemDetails, ItemRef } from '../../shared/items.ts';
import type { Database } from './database.ts';
import type { Items } from './items.ts';
import type { Refreshes } from './refreshes.ts';
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

interface AnswerRow {
  is_owned: number;
  instance_ids: string;
  names_copies: number;
  saved_at: number;
}

/** Everything the cache knows about one item of one account. */
export class Details {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #items: Items;
  readonly #freshenProfile: () => void;
  readonly #readKept: (ref: ItemRef) => Item;

  /**
   * `readKept` tells what was kept of an item that the cache does not know; `freshenProfile` brings the profile collections
   * up to date before they are read.
   */
  constructor(
    database: Database,
    refreshes: Refreshes,
    items: Items,
    readKept: (ref: ItemRef) => Item,
    freshenProfile: () => void,
  ) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#items = items;
    this.#readKept = readKept;
    this.#freshenProfile = freshenProfile;
  }

  read(accountId: number, ref: ItemRef): ItemDetails {
    const answer = this.#answer(accountId, ref);
    return {
      item: this.#items.find(accountId, ref) ?? this.#readKept(ref),
      copies: this.#copies(accountId, ref, answer),
      isOwned: answer ? answer.is_owned === 1 : null,
      isInProfileCollection: this.#isInProfileCollection(accountId, ref),
      savedAt: answer?.saved_at ?? null,
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

  #answer(accountId: number, { type, id }: ItemRef): AnswerRow | undefined {
    return this.#database.get<AnswerRow>(
      'SELECT * FROM item_answer WHERE account_id = ? AND type = ? AND item_id = ?',
      accountId,
      type,
      id,
    );
  }

  /** The copies Roblox named for this item, else those seen in lists, each with what is known of it. */
  #copies(accountId: number, { type, id }: ItemRef, answer: AnswerRow | undefined): Copy[] {
    const { generation } = this.#refreshes.state(accountId, collectiblesSubject);
    const rows = this.#database.all<CopyRow>(
      `WITH listed AS MATERIALIZED (
         SELECT c.instance_id, c.serial_number, c.acquired_at, c.category FROM item i
         CROSS JOIN holding h ON h.account_id = ?2 AND h.item_number = i.number
         CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
           AND h.generation = r.generation + (r.saved_at IS NULL)
         CROSS JOIN copy c ON c.account_id = h.account_id AND c.category = h.category
           AND c.generation = h.generation AND c.position = h.position
         WHERE i.type = ?3 AND i.id = ?4
       ), wanted AS (
         SELECT value AS instance_id FROM json_each(?1)
         UNION SELECT instance_id FROM listed WHERE ?1 IS NULL AND category GLOB 'own/*'
       )
       SELECT wanted.instance_id, coalesce(max(l.serial_number), k.serial_number) AS serial,
         max(l.acquired_at) AS acquired_at, k.recent_average_price, k.original_price, k.asset_stock, k.is_on_hold
       FROM wanted
       LEFT JOIN listed l ON l.instance_id = wanted.instance_id
       LEFT JOIN collectible k ON ?3 = 'Asset' AND k.account_id = ?2 AND k.generation = ?5 AND k.asset_id = ?4
         AND k.instance_id = wanted.instance_id
       GROUP BY wanted.instance_id ORDER BY serial IS NULL, serial, wanted.instance_id`,
      answer?.names_copies ? answer.instance_ids : null,
      accountId,
      type,
      id,
      generation,
    );
    return rows.map(toCopy);
  }

  #isInProfileCollection(accountId: number, { type, id }: ItemRef): boolean {
    this.#freshenProfile();
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
