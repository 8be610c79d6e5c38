import type { Database } from '../database.ts';

/** When all lists of a kind were last read to their end, by asset type, or by the kind's own name. */
export type CompleteLists = ReadonlyMap<string, number>;

interface ListRow {
  type: string;
  id: number;
  at: number | null;
}

const kinds: Readonly<Record<number, string>> = { 21: 'Badge', 34: 'GamePass' };

/** The own lists of an account that are whole: one with rows nobody could read says nothing about what it lacks. */
export function completeLists(database: Database, accountId: number): CompleteLists {
  const rows = database.all<ListRow>(
    `SELECT c.type, c.id, iif(r.unreadable_rows > 0, NULL, r.saved_at) AS at FROM category c
     LEFT JOIN refresh r ON r.account_id = c.account_id AND r.subject = c.key
     WHERE c.account_id = ? AND c.list = 'own' AND c.type IN ('AssetType', 'Bundle')`,
    accountId,
  );
  const oldest = new Map<string, number | null>();
  for (const { type, id, at } of rows) {
    const key = type === 'Bundle' ? type : (kinds[id] ?? String(id));
    const known = oldest.get(key);
    oldest.set(key, known === null || at === null ? null : Math.min(known ?? at, at));
  }
  return new Map([...oldest].flatMap(([key, at]) => (at === null ? [] : [[key, at] as const])));
}
