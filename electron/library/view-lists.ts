import { allItemsKey } from '../../shared/category-keys.ts';
import type { Database } from './database.ts';
import type { ListState } from './list-columns.ts';
import type { Members } from './members.ts';

interface ListRow {
  account_id: number;
  subject: string;
  generation: number;
  items: number;
  edition: string;
  is_published: number;
}

/** Which lists a view is over. */
export class ViewLists {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The lists of the members behind a category, account by account in their order. Until a first refresh is complete,
   * what has arrived of it counts. Numbers tell the editions of a list apart, for a clock may stand still: its
   * generation, and until then the attempt and its rows. The times tell them from those of a file that was begun anew.
   */
  of(members: Members, category: string): ListState[] {
    return this.#like(members, subjectPattern(category));
  }

  /** The lists of every category, favourites included. */
  all(members: Members): ListState[] {
    return this.#like(members, '*/*');
  }

  #like(members: Members, pattern: string): ListState[] {
    return this.#database
      .all<ListRow>(
        `SELECT r.account_id, r.subject, r.generation + (r.saved_at IS NULL) AS generation,
           iif(r.saved_at IS NULL, r.running_items, r.items) AS items,
           r.generation || ':' || coalesce(r.saved_at, r.running_since || '+' || r.attempt || '+' || r.received) AS edition,
           r.saved_at IS NOT NULL AS is_published
         FROM json_each(?) a CROSS JOIN refresh r ON r.account_id = a.value
         WHERE r.subject GLOB ? ORDER BY a.key, r.subject`,
        JSON.stringify(members.ids),
        pattern,
      )
      .map(({ account_id: accountId, subject: listCategory, is_published: isPublished, ...row }) => ({
        ...row,
        accountId,
        category: listCategory,
        isPublished: isPublished === 1,
      }));
  }
}

/** One text for all that is shown of some lists: it changes when any of them does. */
export function editionOf(lists: readonly ListState[]): string {
  return lists.map(({ accountId, category, edition }) => `${accountId} ${category} ${edition}`).join('|');
}

/** Whether a view shows one list as Roblox gave it: its own order is that of the view. */
export function isOneList({ members, category }: { members: Members; category: string }): boolean {
  return !members.isUnion && category !== allItemsKey;
}

/** The refreshes behind a view, as a GLOB pattern; keys from Roblox could hold characters GLOB reads otherwise. */
export function subjectPattern(category: string): string {
  return category === allItemsKey ? 'own/*' : category.replaceAll(/[*?[]/g, '[$&]');
}
