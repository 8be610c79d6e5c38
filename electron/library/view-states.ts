import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemPage } from '../../shared/views.ts';
import type { Database } from './database.ts';
import { subjectPattern } from './view-lists.ts';
import type { Members } from './members.ts';
import { allItemsSubject, categoriesSubject, collectiblesSubject } from './subject-names.ts';

interface PartRow {
  account_id: number;
  saved_at: number | null;
  is_listed: number;
}

/** What the refreshes behind a view say about it as a whole. */
export class ViewStates {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A view is as old as its oldest part. All items are as old as the last time all of them were gone through. */
  read(members: Members, category: string): Pick<ItemPage, 'savedAt' | 'unreadableRows' | 'accountsUnknown'> {
    const ids = JSON.stringify(members.ids);
    // An account whose tree is known and lacks the category has nothing to wait for.
    const parts = this.#parts(ids, category).filter((part) => part.is_listed || part.saved_at !== null);
    const unknown = parts.filter((part) => part.saved_at === null).map((part) => part.account_id);
    const dates = parts.flatMap((part) => part.saved_at ?? []);
    const isComplete = dates.length > 0 && !unknown.some((id) => members.awaited.has(id));
    return {
      savedAt: isComplete ? Math.min(...dates) : null,
      accountsUnknown: members.isUnion ? unknown : [],
      unreadableRows: this.#countUnreadable(ids, category),
    };
  }

  #parts(ids: string, category: string): PartRow[] {
    return this.#database.all<PartRow>(
      `SELECT a.value AS account_id, r.saved_at, ?2 IN ('${allItemsSubject}', '${collectiblesSubject}') OR t.saved_at IS NULL
         OR EXISTS (SELECT 1 FROM category c WHERE c.account_id = a.value AND c.key = ?2) AS is_listed
       FROM json_each(?1) a
       LEFT JOIN refresh r ON r.account_id = a.value AND r.subject = ?2
       LEFT JOIN refresh t ON t.account_id = a.value AND t.subject = '${categoriesSubject}' ORDER BY a.key`,
      ids,
      category === allItemsKey ? allItemsSubject : category,
    );
  }

  #countUnreadable(ids: string, category: string): number {
    const row = this.#database.get<{ count: number | null }>(
      `SELECT sum(unreadable_rows) AS count FROM refresh
       WHERE account_id IN (SELECT value FROM json_each(?)) AND subject GLOB ?`,
      ids,
      subjectPattern(category),
    );
    return row?.count ?? 0;
  }
}
