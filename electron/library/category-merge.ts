import type { CategoryList } from '../../shared/categories.ts';

export interface CategoryRow {
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

/**
 * One tree of several: Roblox's order of the account with most categories, then what only others have, each in the
 * group it stands in there. A category two accounts have stands where it was met first.
 */
export function mergeTrees(trees: readonly (readonly CategoryRow[])[]): CategoryRow[] {
  const merged = new Map<string, CategoryRow>();
  // The sort is stable: of trees of the same size the first account's leads.
  for (const tree of trees.toSorted((a, b) => b.length - a.length)) {
    for (const row of tree) if (!merged.has(row.key)) merged.set(row.key, row);
  }
  return [...merged.values()];
}
