import { allItemsKey } from '../../shared/category-keys.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { Category, CategoryGroup, CategoryList, CategoryTree } from '../../shared/categories.ts';
import { placesCategory } from '../../shared/places.ts';
import type { Database } from './database.ts';
import { mergeTrees, type CategoryRow } from './category-merge.ts';
import type { Members, MembersOf } from './members.ts';
import type { Refreshes } from './refreshes.ts';
import { finish, Underway, type Sliced } from './slices.ts';
import { allItemsSubject, categoriesSubject } from './subject-names.ts';
import type { ViewCounts } from './view-counts.ts';
import { ViewLists } from './view-lists.ts';

export interface CategoryFacts {
  readonly list: CategoryList;
  readonly groupName: string;
  readonly groupDisplayName: string;
  readonly name: string;
  readonly type: string;
  readonly id: number;
  readonly filter: string | null;
}

/** The category trees of all accounts, as Roblox last gave them. */
export class Categories {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #membersOf: MembersOf;
  readonly #counts: ViewCounts;
  readonly #lists: ViewLists;
  readonly #underway = new Underway<CategoryTree>();

  constructor(database: Database, refreshes: Refreshes, membersOf: MembersOf, counts: ViewCounts) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#membersOf = membersOf;
    this.#counts = counts;
    this.#lists = new ViewLists(database);
  }

  /**
   * Takes in the account's trees, own and favourites, in one step. What a tree does not name goes, unless something is saved
   * of it: that stays to be seen, and is asked for like the rest. Nothing goes for a tree that is empty, or of which some
   * could not be read, as the `partial` ones.
   */
  save(
    accountId: number,
    facts: readonly CategoryFacts[],
    at: number,
    partial: readonly CategoryList[] = [],
  ): void {
    const told = new Set(facts.map(({ list }) => list));
    const whole = [...told].filter((list) => !partial.includes(list));
    this.#database.transaction(() => {
      this.#refreshes.begin(accountId, categoriesSubject, at);
      this.#database.run(
        `DELETE FROM category AS c WHERE account_id = ?1 AND (key IN (SELECT value FROM json_each(?2))
           OR list IN (SELECT value FROM json_each(?3)) AND NOT EXISTS (SELECT 1 FROM refresh r
             WHERE r.account_id = ?1 AND r.subject = c.key AND r.items + r.running_items > 0))`,
        accountId,
        JSON.stringify(facts.map(categoryKey)),
        JSON.stringify(whole),
      );
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

  /** What categories are called, by key. */
  names(): ReadonlyMap<string, string> {
    const sql = 'SELECT key, min(name) AS name FROM category GROUP BY key';
    const rows = this.#database.all<Pick<CategoryRow, 'key' | 'name'>>(sql);
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  /** The tree of an account, or those of all accounts merged by category. */
  tree(scope: Scope): CategoryTree {
    return finish(this.#read(scope));
  }

  /** The same in slices of a few milliseconds: null until it is there, then to be asked again. */
  tryTree(scope: Scope): CategoryTree | null {
    return this.#underway.step(String(scope), () => this.#read(scope));
  }

  *#read(scope: Scope): Sliced<CategoryTree> {
    const members = this.#membersOf(scope);
    const lists = this.#lists.all(members);
    const byCategory = Map.groupBy(lists, ({ category }) => category);
    const merged = mergeTrees(members.ids.map((id) => this.#rows(id)));
    const rows: CategoryRow[] = [];
    for (const row of merged) {
      const ofCategory = byCategory.get(row.key) ?? [];
      const isKnown = ofCategory.some(({ isPublished }) => isPublished);
      const count = isKnown ? yield* this.#counts.read(scope, row.key, ofCategory) : null;
      rows.push({ ...row, item_count: count });
    }
    const own = lists.filter(({ category }) => category.startsWith('own/'));
    return {
      own: toGroups(rows.filter((row) => row.list === 'own')),
      favorites: toGroups(rows.filter((row) => row.list === 'favorites')),
      allItemCount: this.#isAllKnown(members) ? yield* this.#counts.read(scope, allItemsKey, own) : null,
      savedAt: this.#savedAt(members),
    };
  }

  #rows(accountId: number): CategoryRow[] {
    return this.#database.all<CategoryRow>(
      'SELECT *, NULL AS item_count FROM category WHERE account_id = ? ORDER BY position',
      accountId,
    );
  }

  #isAllKnown({ ids }: Members): boolean {
    return ids.some((id) => this.#refreshes.state(id, allItemsSubject).savedAt !== null);
  }

  #savedAt({ ids, awaited }: Members): number | null {
    const dates = ids.map((id) => ({ id, at: this.#refreshes.state(id, categoriesSubject).savedAt }));
    const known = dates.flatMap(({ at }) => at ?? []);
    if (known.length === 0 || dates.some(({ id, at }) => at === null && awaited.has(id))) return null;
    return Math.min(...known);
  }

  /** One that Roblox lists, or a list of places that it shows to the account alone: whether it does, its answer tells. */
  find(accountId: number, key: string): Category | undefined {
    const row = this.#database.get<CategoryRow>(
      'SELECT *, NULL AS item_count FROM category WHERE account_id = ? AND key = ?',
      accountId,
      key,
    );
    if (row) return toCategory(row);
    const { savedAt } = this.#refreshes.state(accountId, categoriesSubject);
    return savedAt === null ? undefined : placesCategory(key, key);
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
