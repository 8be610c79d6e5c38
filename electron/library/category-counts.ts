import type { Database } from './database.ts';
import { subjectPattern } from './item-orders.ts';

export interface ItemCounts {
  /** Different items by category, of those that were published for one of the accounts at least. */
  readonly byCategory: ReadonlyMap<string, number>;
  /** Different items over all own categories, what has arrived of a first refresh among them. */
  readonly all: () => number;
}

interface EditionRow {
  subject: string;
  edition: string;
  is_published: number;
}

interface KnownCount {
  readonly edition: string;
  readonly count: number;
}

const keptScopes = 8;

/**
 * How many different items accounts have together. A published list never changes, so a count is made once for each
 * edition of the lists behind it: over many accounts a refresh makes one count anew, not a hundred.
 */
export class CategoryCounts {
  readonly #database: Database;
  readonly #known = new Map<string, Map<string, KnownCount>>();

  constructor(database: Database) {
    this.#database = database;
  }

  read(accountIds: readonly number[]): ItemCounts {
    const ids = JSON.stringify(accountIds);
    const known = this.#known.get(ids) ?? new Map<string, KnownCount>();
    this.#known.set(ids, known);
    for (const oldest of [...this.#known.keys()].slice(0, -keptScopes)) this.#known.delete(oldest);
    const editions = this.#editions(ids);
    const count = (key: string, edition: string, pattern: string) => {
      const before = known.get(key);
      if (before?.edition === edition) return before.count;
      const news = { edition, count: this.#count(ids, pattern) };
      known.set(key, news);
      return news.count;
    };
    const published = editions.filter((row) => row.is_published);
    const own = editions.filter(({ subject }) => subject.startsWith('own/'));
    const ownEdition = own.map(({ subject, edition }) => `${subject} ${edition}`).join();
    return {
      byCategory: new Map(
        published.map(({ subject, edition }) => [subject, count(subject, edition, subjectPattern(subject))]),
      ),
      all: () => count('', ownEdition, 'own/*'),
    };
  }

  // The time is part of it: an account removed and added again counts its generations from the start.
  #editions(ids: string): EditionRow[] {
    return this.#database.all<EditionRow>(
      `SELECT subject, max(saved_at) IS NOT NULL AS is_published,
         group_concat(account_id || ':' || generation || ':' || coalesce(saved_at, -received)) AS edition
       FROM refresh WHERE account_id IN (SELECT value FROM json_each(?)) AND subject GLOB '*/*' GROUP BY subject`,
      ids,
    );
  }

  #count(ids: string, pattern: string): number {
    const row = this.#database.get<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT DISTINCT h.type, h.item_id FROM refresh r
         CROSS JOIN holding h ON h.account_id = r.account_id AND h.category = r.subject
           AND h.generation = r.generation + (r.saved_at IS NULL)
         WHERE r.account_id IN (SELECT value FROM json_each(?)) AND r.subject GLOB ?)`,
      ids,
      pattern,
    );
    return row?.count ?? 0;
  }
}
