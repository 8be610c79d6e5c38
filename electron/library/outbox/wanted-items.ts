import type { ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';

export interface WantedItem {
  type: ItemType;
  id: number;
  name: string | null;
  asset_type: number | null;
}

/**
 * An account's profile collection as the person wants it: what Roblox has, in its order, without what is to go, and what is to
 * come after it. What Roblox refused counts no more.
 */
export function wantedItems(keep: Database, accountId: number): WantedItem[] {
  return keep.all<WantedItem>(
    `SELECT w.type, w.id, f.name, f.asset_type FROM (
       SELECT m.type, m.item_id AS id, 0 AS is_new, m.position FROM profile_member m
         LEFT JOIN outbox_change c ON c.account_id = m.account_id AND c.type = m.type AND c.item_id = m.item_id
           AND c.state <> 'refused'
         WHERE m.account_id = ?1 AND m.is_in = 1 AND coalesce(c.wish, 'in') = 'in'
       UNION ALL SELECT c.type, c.item_id, 1, c.sequence FROM outbox_change c
         LEFT JOIN profile_member m ON m.account_id = c.account_id AND m.type = c.type AND m.item_id = c.item_id
         WHERE c.account_id = ?1 AND c.state <> 'refused' AND c.wish = 'in' AND coalesce(m.is_in, 0) = 0
     ) w LEFT JOIN item_fact f ON f.type = w.type AND f.id = w.id ORDER BY w.is_new, w.position`,
    accountId,
  );
}
