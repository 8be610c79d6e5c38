import { believableRobux } from '../../../shared/robux.ts';
import type { Database } from '../database.ts';
import { editionOf } from '../limited-facts.ts';
import type { Members } from '../members.ts';
import type { Sliced } from '../slices.ts';
import { collectiblesSubject } from '../subject-names.ts';

/** One collectible copy with what is known of its item. Robux, null where unknown. */
export interface KnownCopy {
  readonly accountId: number;
  /** Where its account stands among those read. */
  readonly place: number;
  readonly assetId: number;
  readonly instanceId: number;
  readonly serial: number | null;
  readonly price: number | null;
  readonly original: number | null;
  readonly stock: number | null;
  readonly isOnHold: boolean;
  readonly name: string;
  readonly folded: string;
  readonly assetType: number | null;
}

interface CopyRow {
  asset_id: number;
  instance_id: number;
  serial_number: number | null;
  recent_average_price: number | null;
  original_price: number | null;
  asset_stock: number | null;
  is_on_hold: number;
  name: string | null;
  folded: string | null;
  asset_type: number | null;
}

const copiesPerStep = 500;

/** The collectible copies of the accounts last asked about, read once for each edition of them. */
export class CopyMemory {
  readonly #database: Database;
  #known: { readonly edition: string; readonly copies: readonly KnownCopy[] } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Changes whenever what `read` would answer does. */
  edition(members: Members): string {
    return editionOf(this.#database, members);
  }

  *read(members: Members): Sliced<readonly KnownCopy[]> {
    for (;;) {
      const edition = this.edition(members);
      if (this.#known?.edition === edition) return this.#known.copies;
      const copies: KnownCopy[] = [];
      for (const [place, accountId] of members.ids.entries()) {
        const generation = this.#published(accountId);
        for (let last: CopyRow | undefined; generation !== null;) {
          const rows = this.#readSome(accountId, generation, last);
          for (const row of rows) copies.push(toCopy(row, accountId, place));
          last = rows.at(-1);
          if (!last) break;
          yield;
        }
      }
      // Read while a newer list took its place, it may be half of one: then it is not known, and read again.
      if (this.edition(members) === edition) this.#known = { edition, copies };
    }
  }

  #published(accountId: number): number | null {
    const row = this.#database.get<{ generation: number }>(
      `SELECT generation FROM refresh
       WHERE account_id = ? AND subject = '${collectiblesSubject}' AND saved_at IS NOT NULL`,
      accountId,
    );
    return row?.generation ?? null;
  }

  #readSome(accountId: number, generation: number, after: CopyRow | undefined): CopyRow[] {
    return this.#database.all<CopyRow>(
      `SELECT c.asset_id, c.instance_id, c.serial_number, c.recent_average_price, c.original_price, c.asset_stock,
         c.is_on_hold, i.name, i.folded, i.asset_type
       FROM collectible c LEFT JOIN item i ON i.type = 'Asset' AND i.id = c.asset_id
       WHERE c.account_id = ?1 AND c.generation = ?2 AND (c.asset_id, c.instance_id) > (?3, ?4)
       ORDER BY c.asset_id, c.instance_id LIMIT ${copiesPerStep}`,
      accountId,
      generation,
      after?.asset_id ?? 0,
      after?.instance_id ?? 0,
    );
  }
}

function toCopy(row: CopyRow, accountId: number, place: number): KnownCopy {
  return {
    ...{ accountId, place, assetId: row.asset_id, instanceId: row.instance_id, serial: row.serial_number },
    // Caches of before hold whatever Roblox said.
    price: believableRobux(row.recent_average_price),
    original: believableRobux(row.original_price),
    stock: row.asset_stock,
    isOnHold: row.is_on_hold === 1,
    name: row.name ?? '',
    folded: row.folded ?? '',
    assetType: row.asset_type,
  };
}
