import { ownershipTypes, type OwnershipType } from '../../../shared/ownership.ts';
import type { Database } from '../database.ts';

export interface TypeGuess {
  readonly type: OwnershipType;
  readonly source: 'library';
}

/**
 * What kind of item each of these ids is, as far as the library has seen one. Kinds count for themselves at Roblox, so a number
 * may be several: an asset before any other, and of several others none.
 */
export function guessTypes(
  cache: Database,
  keep: Database,
  ids: ReadonlySet<number>,
): ReadonlyMap<number, TypeGuess> {
  const found = new Map<number, Set<OwnershipType>>();
  const pairs = [JSON.stringify([...ids]), JSON.stringify(ownershipTypes)];
  for (const [database, table] of [
    [cache, 'item'],
    [keep, 'item_fact'],
  ] as const) {
    const rows = database.all<{ type: OwnershipType; id: number }>(
      `SELECT i.type, i.id FROM json_each(?) w CROSS JOIN json_each(?) t
         CROSS JOIN ${table} i ON i.type = t.value AND i.id = w.value`,
      ...pairs,
    );
    for (const { type, id } of rows) found.set(id, (found.get(id) ?? new Set<OwnershipType>()).add(type));
  }
  return new Map(
    [...found].flatMap(([id, types]) => {
      const [only, ...others] = types;
      const type = types.has('Asset') ? 'Asset' : others.length === 0 ? only : undefined;
      return type ? [[id, { type, source: 'library' }] as const] : [];
    }),
  );
}
