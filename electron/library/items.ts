import type { Item, ItemOwner, ItemRef, ItemType, LimitedFacts } from '../../shared/models.ts';
import type { Database } from './database.ts';
import { fold } from './fold.ts';

/** What one row of a Roblox answer says about an item itself; null is "this answer does not say". */
export interface ItemFacts extends ItemRef {
  readonly name: string;
  readonly assetType: number | null;
  readonly creatorName: string | null;
  readonly priceInRobux: number | null;
}

export interface ItemFactsRow {
  type: ItemType;
  id: number;
  name: string;
  asset_type: number | null;
  creator_name: string | null;
  price: number | null;
}

interface ItemRow extends ItemFactsRow {
  account_id: number;
  copies: number;
  collectible_copies: number;
  lowest_serial: number | null;
  recent_average_price: number | null;
  copies_on_hold: number;
}

/** Columns of an item as the account `h.account_id` owns it; `h` has type, item_id and copies. */
const itemColumns = `
  i.type, i.id, i.name, i.asset_type, i.creator_name, i.price, h.account_id, h.copies,
  (SELECT count(*) FROM collectible c WHERE c.account_id = h.account_id AND c.generation = r.generation
     AND c.asset_id = h.item_id) AS collectible_copies,
  (SELECT min(c.serial_number) FROM collectible c WHERE c.account_id = h.account_id AND c.generation = r.generation
     AND c.asset_id = h.item_id) AS lowest_serial,
  (SELECT max(c.recent_average_price) FROM collectible c WHERE c.account_id = h.account_id
     AND c.generation = r.generation AND c.asset_id = h.item_id) AS recent_average_price,
  (SELECT count(*) FROM collectible c WHERE c.account_id = h.account_id AND c.generation = r.generation
     AND c.asset_id = h.item_id AND c.is_on_hold = 1) AS copies_on_hold`;

const joins = `
  JOIN item i ON i.type = h.type AND i.id = h.item_id
  LEFT JOIN refresh r ON r.account_id = h.account_id AND r.subject = 'collectibles' AND h.type = 'Asset'`;

/** Facts about items, shared by all accounts. */
export class Items {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps what is known: a fact this answer does not give never erases one an earlier answer gave. */
  save(facts: ItemFacts): void {
    this.#database.run(
      `INSERT INTO item (type, id, name, folded, asset_type, creator_name, price) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (type, id) DO UPDATE SET name = excluded.name, folded = excluded.folded,
         asset_type = coalesce(excluded.asset_type, asset_type),
         creator_name = coalesce(excluded.creator_name, creator_name), price = coalesce(excluded.price, price)`,
      facts.type,
      facts.id,
      facts.name,
      fold(facts.name),
      facts.assetType,
      facts.creatorName,
      facts.priceInRobux,
    );
  }

  /** The item as the account has it, in whatever list it was seen; undefined when it never was. */
  find(accountId: number, { type, id }: ItemRef): Item | undefined {
    const row = this.#database.get<ItemRow>(
      `SELECT ${itemColumns} FROM (
         SELECT ? AS account_id, ? AS type, ? AS item_id,
           (SELECT coalesce(max(copies), 0) FROM holding WHERE account_id = ? AND type = ? AND item_id = ?
              AND category LIKE 'own/%') AS copies
       ) h ${joins}`,
      accountId,
      type,
      id,
      accountId,
      type,
      id,
    );
    return row && toOwnedItem(row);
  }

  /** The account's profile collection, in Roblox's order. */
  ofProfileCollection(accountId: number): Item[] {
    const rows = this.#database.all<ItemRow>(
      `SELECT ${itemColumns} FROM (
         SELECT p.*, (SELECT coalesce(max(o.copies), 0) FROM holding o WHERE o.account_id = p.account_id
            AND o.type = p.type AND o.item_id = p.item_id AND o.category LIKE 'own/%') AS copies FROM profile_item p
       ) h ${joins} WHERE h.account_id = ? ORDER BY h.position`,
      accountId,
    );
    return rows.map(toOwnedItem);
  }
}

/** An item with all that is known of it. Over several accounts it names its owners. */
export function toItem(
  row: ItemFactsRow,
  owners: readonly ItemOwner[],
  isUnion: boolean,
  limited: LimitedFacts | null,
): Item {
  return {
    type: row.type,
    id: row.id,
    name: row.name,
    assetType: row.asset_type,
    copies: owners.reduce((sum, { copies }) => sum + copies, 0),
    owners: isUnion ? owners : [],
    creatorName: row.creator_name,
    priceInRobux: row.price,
    limited,
  };
}

function toOwnedItem(row: ItemRow): Item {
  const owners = [{ accountId: row.account_id, copies: row.copies }];
  const limited = {
    lowestSerial: row.lowest_serial,
    recentAveragePrice: row.recent_average_price,
    copiesOnHold: row.copies_on_hold,
  };
  return toItem(row, owners, false, row.collectible_copies === 0 ? null : limited);
}
