import type { ErrorCode } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { ColumnTrouble } from '../../../shared/ownership.ts';
import type { Database } from '../database.ts';
import type { Refreshes } from '../refreshes.ts';
import { finish, type Sliced } from '../slices.ts';
import { allItemsSubject, collectiblesSubject } from '../subject-names.ts';
import { completeLists, type CompleteLists } from './complete-lists.ts';
import type { KnownOfCell, ListedItem } from './judge-cell.ts';

/** What is known of an item and one account, and what the library calls it. */
export interface KnownItem extends KnownOfCell {
  readonly ref: ItemRef;
  /** null where the library has not seen it. */
  readonly name: string | null;
  readonly assetType: number | null;
}

interface FactsRow {
  place: number;
  name: string | null;
  asset_type: number | null;
  is_owned: number | null;
  instance_ids: string | null;
  names_copies: number | null;
  answered_at: number | null;
  code: ErrorCode | null;
  failed_at: number | null;
}

interface ListedRow {
  place: number;
  copies: number;
  at: number;
}

const itemsPerStep = 500;

/** Whether no list may be of its kind, so far as that is known: that none shows it says nothing then. */
export function isOfNoList({ ref, assetType }: KnownItem, source: 'lists' | 'answer' | null): boolean {
  return source === 'lists' && ref.type === 'Asset' && assetType === null;
}

/** Everything cache.db knows about who owns an item: answers about it, lists it is in or is missing from, and failures. */
export class CellKnowledge {
  readonly #database: Database;
  readonly #refreshes: Refreshes;

  constructor(database: Database, refreshes: Refreshes) {
    this.#database = database;
    this.#refreshes = refreshes;
  }

  /** Of each of the items, in their order. */
  *read(accountId: number, items: readonly ItemRef[]): Sliced<KnownItem[]> {
    const known: KnownItem[] = [];
    const trouble = this.troubleOf(accountId);
    const lists = completeLists(this.#database, accountId);
    const everythingAt = this.#refreshes.state(accountId, allItemsSubject).savedAt;
    for (let start = 0; start < items.length; start += itemsPerStep) {
      const part = items.slice(start, start + itemsPerStep);
      const refs = JSON.stringify(part.map(({ type, id }) => [type, id]));
      const listed = this.#listed(accountId, refs);
      for (const [place, row] of this.#facts(accountId, refs).entries()) {
        const ref = part[place];
        if (!ref) continue;
        known.push({
          ...{ ref, name: row.name, assetType: row.asset_type, trouble },
          answer:
            row.answered_at === null
              ? null
              : {
                  isOwned: row.is_owned === 1,
                  instanceIds: row.names_copies ? (JSON.parse(row.instance_ids ?? '[]') as number[]) : null,
                  at: row.answered_at,
                },
          listed: newer(listed.get(place), missingFrom(lists, everythingAt, ref, row.asset_type)),
          failure: row.code === null ? null : { code: row.code, at: row.failed_at ?? 0 },
        });
      }
      yield;
    }
    return known;
  }

  troubleOf(accountId: number): ColumnTrouble | null {
    const sql = 'SELECT code, at FROM ownership_trouble WHERE account_id = ?';
    return this.#database.get<{ code: ErrorCode; at: number }>(sql, accountId) ?? null;
  }

  /** Of one item. */
  readOne(accountId: number, item: ItemRef): KnownItem {
    const [known] = finish(this.read(accountId, [item]));
    if (!known) throw new TypeError('An item of which not even nothing is known');
    return known;
  }

  /** Instance ids of an account's copies by what `source` says of them; 0 for those Roblox gives no number. */
  instances(accountId: number, { ref, answer }: KnownItem, source: 'lists' | 'answer' | null): number[] {
    if (source === 'answer' && answer?.instanceIds) return [...answer.instanceIds];
    const rows = this.#database.all<{ instance_id: number }>(
      `WITH seen AS MATERIALIZED (
         SELECT c.instance_id, coalesce(r.saved_at, r.running_since, 0) AS at FROM item i
         CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
         CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
           AND h.generation = r.generation + (r.saved_at IS NULL)
         CROSS JOIN copy c ON c.account_id = h.account_id AND c.category = h.category
           AND c.generation = h.generation AND c.position = h.position
         WHERE i.type = ?2 AND i.id = ?3 AND h.category GLOB 'own/*'
         UNION ALL
         SELECT k.instance_id, r.saved_at FROM refresh r
         CROSS JOIN collectible k ON k.account_id = ?1 AND k.generation = r.generation AND k.asset_id = ?3
         WHERE ?2 = 'Asset' AND r.account_id = ?1 AND r.subject = '${collectiblesSubject}' AND r.saved_at IS NOT NULL
       )
       SELECT DISTINCT instance_id FROM seen WHERE at = (SELECT max(at) FROM seen) ORDER BY instance_id`,
      accountId,
      ref.type,
      ref.id,
    );
    return rows.map((row) => row.instance_id);
  }

  #facts(accountId: number, refs: string): FactsRow[] {
    return this.#database.all<FactsRow>(
      `SELECT w.key AS place, i.name, i.asset_type, a.is_owned, a.instance_ids, a.names_copies,
         a.saved_at AS answered_at, f.code, f.at AS failed_at
       FROM json_each(?2) w
       LEFT JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1
       LEFT JOIN item_answer a ON a.account_id = ?1 AND a.type = w.value ->> 0 AND a.item_id = w.value ->> 1
       LEFT JOIN ownership_failure f ON f.account_id = ?1 AND f.type = w.value ->> 0 AND f.item_id = w.value ->> 1
       ORDER BY w.key`,
      accountId,
      refs,
    );
  }

  /**
   * What shows the items, by place: own lists, one whose first refresh is still under way with what has arrived of it, and
   * the collectibles, which are refreshed by themselves. The newest counts.
   */
  #listed(accountId: number, refs: string): ReadonlyMap<number, ListedItem> {
    const rows = this.#database.all<ListedRow>(
      `SELECT w.key AS place, h.copies, coalesce(r.saved_at, r.running_since, 0) AS at
       FROM json_each(?2) w
       CROSS JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1
       CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
       CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
         AND h.generation = r.generation + (r.saved_at IS NULL)
       WHERE h.category GLOB 'own/*'
       UNION ALL
       SELECT w.key, count(*), r.saved_at FROM refresh r
       CROSS JOIN json_each(?2) w ON w.value ->> 0 = 'Asset'
       CROSS JOIN collectible k ON k.account_id = ?1 AND k.generation = r.generation AND k.asset_id = w.value ->> 1
       WHERE r.account_id = ?1 AND r.subject = '${collectiblesSubject}' AND r.saved_at IS NOT NULL GROUP BY w.key
       ORDER BY at, copies`,
      accountId,
      refs,
    );
    return new Map(rows.map(({ place, copies, at }) => [place, { copies, at, isCertain: true }]));
  }
}

/** Limiteds may be in a list of before their kind's own: that one is newer without an item says it has gone. */
function newer(found: ListedItem | undefined, missing: ListedItem | null): ListedItem | null {
  if (!found) return missing;
  return missing?.isCertain && missing.at > found.at ? missing : found;
}

const placeType = 9;

/** What it means that no list has an item: nothing, unless those that would have it were read to their end. */
function missingFrom(
  lists: CompleteLists,
  everythingAt: number | null,
  { type }: ItemRef,
  assetType: number | null,
): ListedItem | null {
  const isAsset = type === 'Asset';
  if (isAsset && assetType === null)
    // It may be of a kind that Roblox has no list of.
    return everythingAt === null ? null : { copies: 0, at: everythingAt, isCertain: false };
  const key = isAsset ? String(assetType) : type;
  const at = lists.get(key);
  if (at === undefined) return null;
  // Places and bundles come in several lists, which need not have every one.
  return { copies: 0, at, isCertain: type !== 'Bundle' && assetType !== placeType };
}
