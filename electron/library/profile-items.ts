import type { ItemRef } from '../../shared/items.ts';
import type { ProfileCollection } from '../../shared/profile-collection.ts';
import type { Database } from './database.ts';
import type { ItemFacts, Items } from './items.ts';
import type { Refreshes } from './refreshes.ts';
import { profileCollectionSubject } from './subject-names.ts';

interface ConfirmedChange {
  readonly accountId: number;
  readonly item: ItemRef;
  readonly direction: 'add' | 'remove';
  /** Epoch milliseconds. */
  readonly at: number;
}

// How long a read may still show what was there before a change.
const lagMs = 60_000;

/** The profile collections of all accounts, as Roblox last confirmed them. */
export class ProfileItems {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #items: Items;
  readonly #now: () => number;
  #recent: readonly ConfirmedChange[] = [];

  constructor(database: Database, refreshes: Refreshes, items: Items, now: () => number) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#items = items;
    this.#now = now;
  }

  read(accountId: number): ProfileCollection {
    const { savedAt } = this.#refreshes.state(accountId, profileCollectionSubject);
    return { items: this.#items.ofProfileCollection(accountId), savedAt };
  }

  /**
   * Replaces the collection with Roblox's list, in its order. Reads lag writes, and an answer may have been on its way
   * while a change was made: what Roblox confirmed lately is laid over it.
   */
  save(accountId: number, items: readonly ItemFacts[], at: number): void {
    this.#database.transaction(() => {
      this.#refreshes.begin(accountId, profileCollectionSubject, at);
      this.#database.run('DELETE FROM profile_item WHERE account_id = ?', accountId);
      for (const [position, item] of items.entries()) {
        this.#items.save(item);
        this.#insert(accountId, item, position);
      }
      for (const change of this.#recent) {
        const isRecent = Math.abs(this.#now() - change.at) < lagMs;
        if (change.accountId === accountId && isRecent) this.#apply(change);
      }
      this.#refreshes.publish(accountId, profileCollectionSubject, at);
    });
  }

  /** Keeps a change Roblox has just confirmed; an added item goes to the end. */
  confirm(accountId: number, item: ItemRef, direction: 'add' | 'remove'): void {
    const change = { accountId, item, direction, at: this.#now() };
    this.#recent = [...this.#recent.filter(({ at }) => Math.abs(change.at - at) < lagMs), change];
    this.#apply(change);
  }

  #apply({ accountId, item, direction }: ConfirmedChange): void {
    if (direction === 'remove') {
      const sql = 'DELETE FROM profile_item WHERE account_id = ? AND type = ? AND item_id = ?';
      this.#database.run(sql, accountId, item.type, item.id);
      return;
    }
    const sql = 'SELECT coalesce(max(position), -1) + 1 AS next FROM profile_item WHERE account_id = ?';
    this.#insert(accountId, item, this.#database.get<{ next: number }>(sql, accountId)?.next ?? 0);
  }

  #insert(accountId: number, { type, id }: ItemRef, position: number): void {
    this.#database.run(
      'INSERT OR IGNORE INTO profile_item VALUES (?, ?, ?, ?)',
      accountId,
      position,
      type,
      id,
    );
  }
}
