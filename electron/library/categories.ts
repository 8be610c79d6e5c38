import type { Category, CategoryGroup, CategoryList, CategoryTree } from '../../shared/models.ts';
import type { Database } from './database.ts';
import type { Refreshes } from './refreshes.ts';

export interface CategoryFacts {
  readonly list: CategoryList;
  readonly groupName: string;
  readonly groupDisplayName: string;
  readonly name: string;
  readonly type: string;
  readonly id: number;
  readonly filter: string | null;
}

interface CategoryRow {
  key: string;
  list: CategoryList;
  group_name: string;
  group_display_name: string;
  name: string;
  type: string;
  id: number;
  filter: string | null;
  item_count: number | null;
}

export const categoriesSubject = 'categories';
/** Published when every own category has been gone through. */
export const allItemsSubject = 'allItems';

/** The category trees of all accounts, as Roblox last gave them. */
export class Categories {
  readonly #database: Database;
  readonly #refreshes: Refreshes;

  constructor(database: Database, refreshes: Refreshes) {
    this.#database = database;
    this.#refreshes = refreshes;
  }

  /** Replaces the account's trees, own and favourites, in one step. */
  save(accountId: number, facts: readonly CategoryFacts[], at: number): void {
    this.#database.transaction(() => {
      this.#refreshes.begin(accountId, categoriesSubject, at);
      this.#database.run('DELETE FROM category WHERE account_id = ?', accountId);
      for (const [position, one] of facts.entries()) {
        this.#database.run(
          'INSERT OR IGNORE INTO category VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          accountId,
          categoryKey(one),
          one.list,
          position,
          one.groupName,
          one.groupDisplayName,
          one.name,
          one.type,
          one.id,
          one.filter,
        );
      }
      this.#refreshes.publish(accountId, categoriesSubject, at);
    });
  }

  tree(accountId: number): CategoryTree {
    const rows = this.#database.all<CategoryRow>(
      `SELECT category.*, CASE WHEN r.saved_at IS NULL THEN NULL ELSE (
         SELECT count(*) FROM holding h WHERE h.account_id = category.account_id AND h.category = category.key
           AND h.generation = r.generation) END AS item_count
       FROM category LEFT JOIN refresh r ON r.account_id = category.account_id AND r.subject = category.key
       WHERE category.account_id = ? ORDER BY category.position`,
      accountId,
    );
    const { savedAt } = this.#refreshes.state(accountId, categoriesSubject);
    return {
      own: toGroups(rows.filter((row) => row.list === 'own')),
      favorites: toGroups(rows.filter((row) => row.list === 'favorites')),
      allItemCount: this.#countAll(accountId),
      savedAt,
    };
  }

  #countAll(accountId: number): number | null {
    if (this.#refreshes.state(accountId, allItemsSubject).savedAt === null) return null;
    const row = this.#database.get<{ count: number }>(
      `SELECT count(DISTINCT h.type || h.item_id) AS count FROM refresh r
       JOIN holding h ON h.account_id = r.account_id AND h.category = r.subject
         AND h.generation = r.generation + (r.saved_at IS NULL)
       WHERE r.account_id = ? AND r.subject GLOB 'own/*'`,
      accountId,
    );
    return row?.count ?? 0;
  }

  find(accountId: number, key: string): Category | undefined {
    const row = this.#database.get<CategoryRow>(
      'SELECT *, NULL AS item_count FROM category WHERE account_id = ? AND key = ?',
      accountId,
      key,
    );
    return row && toCategory(row);
  }
}

/** Roblox repeats ids (Places four times): only list, type, id and filter together name an entry. */
export function categoryKey({
  list,
  type,
  id,
  filter,
}: Pick<Category, 'list' | 'type' | 'id' | 'filter'>): string {
  return `${list}/${type}/${id}/${filter ?? ''}`;
}

function toGroups(rows: readonly CategoryRow[]): CategoryGroup[] {
  return [...Map.groupBy(rows, (row) => row.group_name)].map(([name, group]) => ({
    name,
    displayName: group[0]?.group_display_name ?? name,
    categories: group.map(toCategory),
  }));
}

function toCategory(row: CategoryRow): Category {
  const { key, name, list, type, id, filter } = row;
  return { key, name, list, type, id, filter, itemCount: row.item_count };
}
