import type { FiledMembers } from './collections/filed-members.ts';
import type { Database } from './database.ts';
import type { ItemBlocks } from './item-blocks.ts';
import { ItemOrders } from './item-orders.ts';
import { ListMemory } from './list-columns.ts';
import { ViewBases } from './view-bases.ts';

/** Everything views keep in memory: lists, items, what views are over, and orders. All of it can be read again. */
export class ViewMemory {
  readonly lists: ListMemory;
  readonly bases: ViewBases;
  readonly orders: ItemOrders;
  readonly #database: Database;
  readonly #blocks: ItemBlocks;
  #incarnation: number;

  /** `freshenProfile` brings the profile collections up to date before they are read. */
  constructor(database: Database, blocks: ItemBlocks, freshenProfile: () => void, filed: FiledMembers) {
    this.#database = database;
    this.#blocks = blocks;
    this.#incarnation = database.incarnation;
    this.lists = new ListMemory(database);
    this.bases = new ViewBases(this.lists);
    this.orders = new ItemOrders(database, blocks, this.bases, this.lists, freshenProfile, filed);
  }

  /** To be called before reading: a file that was begun anew has other items under the same numbers. */
  check(): void {
    if (this.#incarnation === this.#database.incarnation) return;
    this.#incarnation = this.#database.incarnation;
    this.lists.clear();
    this.bases.clear();
    this.orders.clear();
    this.#blocks.clear();
  }

  /** After lists of an account were given up: what comes next may count from the start again. */
  forget(accountId: number): void {
    this.lists.forget(accountId);
    this.bases.clear();
    this.orders.clear();
  }
}
