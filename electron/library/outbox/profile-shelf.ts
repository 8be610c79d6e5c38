import { fold } from '../../../shared/fold.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Items } from '../items.ts';
import type { ItemFacts } from '../item-facts.ts';
import { wantedItems, type WantedItem } from './wanted-items.ts';

/**
 * The profile collections as the person wants them, in cache.db beside everything they are shown with. They are made from
 * keep.db whenever somebody reads them after a change: two files cannot be written as one.
 */
export class ProfileShelf {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #items: Items;
  readonly #facts: ItemFacts;
  #stale = new Set<number>();
  #incarnation: number;

  constructor(cache: Database, keep: Database, items: Items, facts: ItemFacts) {
    this.#cache = cache;
    this.#keep = keep;
    this.#items = items;
    this.#facts = facts;
    this.#incarnation = cache.incarnation;
    this.#takeOver();
    this.#markAll();
  }

  /** What is wanted in an account's collection, or what Roblox has there, is different now. */
  noteChange(accountId: number): void {
    this.#stale.add(accountId);
  }

  /** To be called before `profile_item` is read. */
  freshen(): void {
    if (this.#incarnation !== this.#cache.incarnation) this.#markAll();
    this.#incarnation = this.#cache.incarnation;
    if (this.#stale.size === 0) return;
    const accountIds = [...this.#stale];
    this.#cache.transaction(() => accountIds.forEach((accountId) => this.#fill(accountId)));
    for (const accountId of accountIds) this.#stale.delete(accountId);
  }

  /** Keeps what the cache knows of items where a lost cache does not take it along. */
  keepFacts(items: readonly ItemRef[]): void {
    const missing = items.filter(
      ({ type, id }) => !this.#keep.get('SELECT 1 FROM item_fact WHERE type = ? AND id = ?', type, id),
    );
    for (const { type, id } of missing) {
      const known = this.#cache.get<WantedItem>(
        'SELECT type, id, name, asset_type FROM item WHERE type = ? AND id = ?',
        type,
        id,
      );
      const name = known?.name ?? `#${id}`;
      const nothingMore = { category: null, isAverage: null, value: null, deletedAt: null };
      this.#facts.save([
        { type, id, name, folded: fold(name), assetType: known?.asset_type ?? null, ...nothingMore },
      ]);
    }
  }

  #fill(accountId: number): void {
    const rows = wantedItems(this.#keep, accountId);
    this.#cache.run('DELETE FROM profile_item WHERE account_id = ?', accountId);
    for (const [position, { type, id, name, asset_type: assetType }] of rows.entries()) {
      const sql = 'INSERT INTO profile_item VALUES (?, ?, ?, ?)';
      this.#cache.run(sql, accountId, position, type, id);
      this.ensureItem({ type, id }, name, assetType);
    }
  }

  /** Gives the cache back what it has lost of an item. */
  ensureItem({ type, id }: ItemRef, name: string | null, assetType: number | null): void {
    if (this.#cache.get('SELECT 1 FROM item WHERE type = ? AND id = ?', type, id)) return;
    this.#items.save({ type, id, name: name ?? `#${id}`, assetType, creatorName: null });
  }

  #markAll(): void {
    const rows = this.#keep.all<{ account_id: number }>(
      'SELECT account_id FROM profile_member UNION SELECT account_id FROM outbox_change',
    );
    for (const row of rows) this.#stale.add(row.account_id);
  }

  /** Collections that an older Satchel kept in the cache alone. */
  #takeOver(): void {
    if (this.#keep.get('SELECT 1 FROM profile_member LIMIT 1')) return;
    const rows = this.#cache.all<{ account_id: number; position: number; type: string; item_id: number }>(
      'SELECT * FROM profile_item',
    );
    if (rows.length === 0) return;
    this.#keep.transaction(() => {
      for (const row of rows) {
        const sql = 'INSERT OR IGNORE INTO profile_member VALUES (?, ?, ?, ?, 1, NULL, NULL, 0)';
        this.#keep.run(sql, row.account_id, row.type, row.item_id, row.position);
        this.#keep.run('INSERT OR IGNORE INTO profile_reading VALUES (?, 0)', row.account_id);
      }
    });
  }
}
