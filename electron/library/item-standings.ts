import type { AccountStanding } from '../../shared/contents.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { Database } from './database.ts';
import type { MembersOf } from './members.ts';

interface StandingRow {
  account_id: number;
  /** Of a list on screen that shows it. */
  listed_at: number | null;
  listed_copies: number | null;
  is_owned: number | null;
  answered_at: number | null;
  answered_copies: number | null;
  /** Of the oldest of the lists that would show it, when all of them were read. */
  covered_at: number | null;
}

const badgeType = 21;
const gamePassType = 34;

/** Which accounts have an item, which have not, and of which that is not known. */
export class ItemStandings {
  readonly #database: Database;
  readonly #membersOf: MembersOf;

  constructor(database: Database, membersOf: MembersOf) {
    this.#database = database;
    this.#membersOf = membersOf;
  }

  /** Every account's, in the person's order. */
  read({ type, id }: ItemRef): AccountStanding[] {
    const rows = this.#database.all<StandingRow>(
      `WITH w AS MATERIALIZED (
         SELECT i.number, CASE ?2 WHEN 'Bundle' THEN 'own/Bundle/*' WHEN 'Badge' THEN 'own/AssetType/${badgeType}/*'
           WHEN 'GamePass' THEN 'own/AssetType/${gamePassType}/*'
           WHEN 'Asset' THEN 'own/AssetType/' || i.asset_type || '/*' END AS lists
         FROM (SELECT 1) LEFT JOIN item i ON i.type = ?2 AND i.id = ?3
       ), listed AS MATERIALIZED (
         SELECT h.account_id, max(coalesce(r.saved_at, r.running_since, 0)) AS at, max(h.copies) AS copies
         FROM w CROSS JOIN json_each(?1) a CROSS JOIN holding h INDEXED BY holding_of_item
           ON h.account_id = a.value AND h.item_number = w.number
         CROSS JOIN refresh r ON r.account_id = h.account_id AND r.subject = h.category
           AND h.generation = r.generation + (r.saved_at IS NULL)
         WHERE h.category GLOB 'own/*' GROUP BY h.account_id
       )
       SELECT a.value AS account_id, l.at AS listed_at, l.copies AS listed_copies,
         n.is_owned, n.saved_at AS answered_at, json_array_length(n.instance_ids) AS answered_copies,
         (SELECT iif(count(*) = count(r.saved_at), min(r.saved_at), NULL) FROM category t
          LEFT JOIN refresh r ON r.account_id = t.account_id AND r.subject = t.key
          WHERE t.account_id = a.value AND t.key GLOB w.lists) AS covered_at
       FROM w CROSS JOIN json_each(?1) a LEFT JOIN listed l ON l.account_id = a.value
       LEFT JOIN item_answer n ON n.account_id = a.value AND n.type = ?2 AND n.item_id = ?3 ORDER BY a.key`,
      JSON.stringify(this.#membersOf('all').ids),
      type,
      id,
    );
    return rows.map(toStanding);
  }
}

/** What Roblox said of the item and what a list shows may contradict each other: the newer one is right. */
function toStanding(row: StandingRow): AccountStanding {
  const { account_id: accountId } = row;
  const listedAt = row.listed_at ?? -1;
  const answeredAt = row.answered_at ?? -1;
  const coveredAt = row.covered_at ?? -1;
  const asOf = Math.max(listedAt, answeredAt, coveredAt);
  const isAnswerNewest = answeredAt >= Math.max(listedAt, coveredAt);
  const isOwned = row.answered_at !== null && isAnswerNewest ? row.is_owned === 1 : row.listed_at !== null;
  if (isOwned) {
    const copies = Math.max(1, (isAnswerNewest ? row.answered_copies : null) ?? row.listed_copies ?? 1);
    return { accountId, standing: 'owned', copies, asOf };
  }
  if (asOf < 0) return { accountId, standing: 'unknown', copies: 0, asOf: null };
  return { accountId, standing: 'notOwned', copies: 0, asOf };
}
