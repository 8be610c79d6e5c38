import type { Item, ItemOwner, ItemRef, ItemType, LimitedFacts } from '../../shared/items.ts';
import type { Database } from './database.ts';
import { fold } from '../../shared/fold.ts';
import type { ItemBlocks } from './item-blocks.ts';

/** What one row of a Roblox answer says about an item itself; null is "this answer does not say". */
export interface ItemFacts extends ItemRef {
  readonly name: string;
  readonly assetType: number | null;
  readonly creatorName: string | null;
  /** Only here null is said: it is for sale no more. Left out by what does not say. */
  readonly priceInRobux?: number | null | undefined;
}

export interface ItemFactsRow {
  type: ItemType;
  id: number;
  name: string;
  asset_type: number | null;
  creator_name: string | null;
  price: number | null;
}

/** Where an item's facts are kept, and whether they were not until now. */
export interface SavedItem {
  readonly number: number;
  readonly isNew: boolean;
}

interface KnownFacts extends Omit<ItemFactsRow, 'type' | 'id'> {
  number: number;
  folded: string;
}

const columns = ['name', 'folded', 'asset_type', 'creator_name', 'price'] as const;

interface ItemRow extends ItemFactsRow {
  account_id: number;
  copies: number;
  collectible_copies: number;
  lowest_serial: number | null;
  recent_average_price: number | null;
  copies_on_hold: number;
}

/**
 * Columns of an item as the account `h.account_id` has it; `h` has type and item_id too. Copies are those the own lists
 * show that are on screen: not a list that was replaced, or is still to be.
 */
const itemColumns = `
  i.type, i.id, i.name, i.asset_type, i.creator_name, i.price, h.account_id,
  (SELECT coalesce(max(o.copies), 0) FROM holding o CROSS JOIN refresh s ON s.account_id = o.account_id
     AND s.subject = o.category AND o.generation = s.generation + (s.saved_at IS NULL)
   WHERE o.account_id = h.account_id AND o.item_number = i.number AND o.category GLOB 'own/*') AS copies,
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
  readonly #blocks: ItemBlocks;

  /** `blocks` hold some of the facts in memory, and are told when one changes. */
  constructor(database: Database, blocks: ItemBlocks) {
    this.#database = database;
    this.#blocks = blocks;
  }

  /**
   * Keeps what is known: a fact this answer does not give never erases one an earlier answer gave. Returns where each
   * item is kept, in the order given.
   */
  save(...facts: readonly ItemFacts[]): SavedItem[] {
    return this.#database.transaction(() => facts.map((one) => this.#saveOne(one)));
  }

  // Most items of a page are new, or have nothing new to say: a statement of its own for each is written in half the time
  // of one over the page as JSON, and the second kind is never written.
  #saveOne({ type, id, name, assetType, creatorName, priceInRobux }: ItemFacts): SavedItem {
    // Half of a character cannot be kept: said here, the name is not taken for a new one each time.
    const kept = name.toWellFormed();
    const folded = fold(kept);
    const creator = creatorName?.toWellFormed() ?? null;
    const added = this.#database.insert(
      `INSERT INTO item (type, id, name, folded, asset_type, creator_name, price) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (type, id) DO NOTHING`,
      ...[type, id, kept, folded, assetType, creator, priceInRobux ?? null],
    );
    if (added !== null) {
      this.#blocks.noteChange(added);
      return { number: added, isNew: true };
    }
    const known = this.#database.get<KnownFacts>(
      'SELECT number, name, folded, asset_type, creator_name, price FROM item WHERE type = ? AND id = ?',
      type,
      id,
    );
    if (!known) throw new TypeError('An item is neither new nor known');
    const { number } = known;
    const facts = {
      ...{ name: kept, folded, asset_type: assetType ?? known.asset_type },
      creator_name: creator ?? known.creator_name,
      price: priceInRobux === undefined ? known.price : priceInRobux,
    };
    if (columns.some((column) => facts[column] !== known[column])) {
      this.#database.run(
        'UPDATE item SET name = ?, folded = ?, asset_type = ?, creator_name = ?, price = ? WHERE number = ?',
        ...[facts.name, facts.folded, facts.asset_type, facts.creator_name, facts.price, number],
      );
      this.#blocks.noteChange(number);
    }
    return { number, isNew: false };
  }

  /** The item as the account has it, in whatever list it was seen; undefined when it never was. */
  find(accountId: number, { type, id }: ItemRef): Item | undefined {
    const row = this.#database.get<ItemRow>(
      `SELECT ${itemColumns} FROM (SELECT ? AS account_id, ? AS type, ? AS item_id) h ${joins}`,
      accountId,
      type,
      id,
    );
    return row && toOwnedItem(row);
  }

  /** The account's profile collection, in Roblox's order. */
  ofProfileCollection(accountId: number): Item[] {
    const rows = this.#database.all<ItemRow>(
      `SELECT ${itemColumns} FROM profile_item h ${joins} WHERE h.account_id = ? ORDER BY h.position`,
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
