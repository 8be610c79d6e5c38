import type { Database } from '../database.ts';
import type { ItemFacts } from '../item-facts.ts';
import { workOn, type Sliced } from '../slices.ts';

interface FiledRow {
  type: string;
  id: number;
}

interface Freshened {
  readonly isFresh: true;
}

const itemsPerStep = 2000;

/** Keeps what the cache knows of filed items where it cannot be lost, and up to date. */
export class CollectionFacts {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #facts: ItemFacts;
  #freshening: Sliced<Freshened> | null = null;
  #revision = 0;

  constructor(cache: Database, keep: Database, facts: ItemFacts) {
    this.#cache = cache;
    this.#keep = keep;
    this.#facts = facts;
  }

  /** Changes whenever a fact kept here does. */
  get revision(): number {
    return this.#revision;
  }

  /** Keeps what is known of these items; `items` is JSON of pairs of type and id. Returns how many facts were news. */
  remember(items: string): number {
    const known = this.#cache.get<{ facts: string }>(
      `WITH accounts AS MATERIALIZED (SELECT account_id, generation FROM refresh WHERE subject = 'collectibles')
       SELECT json_group_array(json_array(i.type, i.id, i.name, i.folded, i.asset_type, i.price,
         iif(i.type = 'Asset', (SELECT max(c.recent_average_price) FROM accounts a CROSS JOIN collectible c
           ON c.account_id = a.account_id AND c.generation = a.generation AND c.asset_id = i.id), NULL))) AS facts
       FROM json_each(?) w CROSS JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1`,
      items,
    );
    const news = this.#facts.fill(known?.facts ?? '[]');
    if (news > 0) this.#revision += 1;
    return news;
  }

  /**
   * Looks at all filed items in slices: null while there is more to do, then to be asked again. After a refresh names and
   * prices may be others, and what was filed as a bare id may have got a name.
   */
  tryFreshen(): true | null {
    this.#freshening ??= this.#freshen();
    try {
      if (workOn(this.#freshening) === null) return null;
    } catch (thrown) {
      this.#freshening = null;
      throw thrown;
    }
    this.#freshening = null;
    return true;
  }

  *#freshen(): Sliced<Freshened> {
    for (let last: FiledRow | undefined = { type: '', id: 0 }; last;) {
      const items: FiledRow[] = this.#keep.all<FiledRow>(
        `SELECT DISTINCT type, item_id AS id FROM collection_item WHERE (type, item_id) > (?, ?)
         ORDER BY type, item_id LIMIT ${itemsPerStep}`,
        last.type,
        last.id,
      );
      this.remember(JSON.stringify(items.map(({ type, id }) => [type, id])));
      last = items.at(-1);
      yield;
    }
    return { isFresh: true };
  }
}
