import type { CollectionItem } from '../../shared/collections.ts';
import type { Container, ContentsPart, ItemContents, ItemMakeup } from '../../shared/contents.ts';
import { isItemType, type ItemRef, type ItemType } from '../../shared/items.ts';
import type { Database } from './database.ts';
import type { ItemStandings } from './item-standings.ts';

/** A part as Roblox tells of it. */
export interface NamedPart {
  readonly type: string;
  readonly id: number;
  /** null where Roblox names only the id. */
  readonly name: string | null;
}

interface ContainerRow {
  saved_at: number | null;
  gone_at: number | null;
  unreadable_parts: number;
}

interface PartRow {
  part_type: string;
  part_id: number;
  part_name: string | null;
}

interface PartOfRow {
  type: ItemType;
  id: number;
  parts: number;
}

// Nobody reads more: what is in that many is in anything.
const mostPartOf = 60;

/** What packages and bundles contain, and the reverse: shared by all accounts. */
export class Containers {
  readonly #database: Database;
  readonly #standings: ItemStandings;
  readonly #readItems: (items: readonly ItemRef[]) => readonly CollectionItem[];

  /** `readItems` tells what the cache knows of items, else what was kept of them. */
  constructor(
    database: Database,
    standings: ItemStandings,
    readItems: (items: readonly ItemRef[]) => readonly CollectionItem[],
  ) {
    this.#database = database;
    this.#standings = standings;
    this.#readItems = readItems;
  }

  makeup(item: ItemRef): ItemMakeup {
    return { contents: this.read(item), partOf: this.#partOf(item), error: null };
  }

  /** null for what was never asked about. */
  read({ type, id }: ItemRef): ItemContents | null {
    const known = this.#database.get<ContainerRow>(
      'SELECT saved_at, gone_at, unreadable_parts FROM container WHERE type = ? AND id = ?',
      type,
      id,
    );
    if (!known) return null;
    return {
      parts: this.#parts(type, id),
      unreadableParts: known.unreadable_parts,
      savedAt: known.saved_at,
      goneAt: known.gone_at,
    };
  }

  /** Replaces what was known of it. `at` in epoch milliseconds. */
  save({ type, id }: ItemRef, parts: readonly NamedPart[], unreadableParts: number, at: number): void {
    this.#database.transaction(() => {
      this.#database.run(
        'INSERT OR REPLACE INTO container VALUES (?, ?, ?, NULL, ?)',
        type,
        id,
        at,
        unreadableParts,
      );
      this.#database.run('DELETE FROM container_part WHERE type = ? AND id = ?', type, id);
      for (const [position, part] of parts.entries()) {
        this.#database.run(
          'INSERT INTO container_part VALUES (?, ?, ?, ?, ?, ?)',
          ...[type, id, position, part.type, part.id, part.name],
        );
      }
    });
  }

  /** Roblox has it no more. What was known of it stays. */
  markGone({ type, id }: ItemRef, at: number): void {
    this.#database.run(
      `INSERT INTO container (type, id, gone_at) VALUES (?, ?, ?)
       ON CONFLICT (type, id) DO UPDATE SET gone_at = excluded.gone_at`,
      type,
      id,
      at,
    );
  }

  /** What a part came to be called with what contains it; empty when nothing says so. */
  nameOfPart({ type, id }: ItemRef): string {
    const sql = `SELECT part_name AS name FROM container_part WHERE part_type = ? AND part_id = ? AND part_name IS NOT NULL`;
    return this.#database.get<{ name: string }>(sql, type, id)?.name ?? '';
  }

  #parts(type: string, id: number): ContentsPart[] {
    const rows = this.#database.all<PartRow>(
      'SELECT part_type, part_id, part_name FROM container_part WHERE type = ? AND id = ? ORDER BY position',
      type,
      id,
    );
    const refs = rows.flatMap((row) => refOf(row) ?? []);
    const items = new Map(this.#readItems(refs).map((one) => [key(one), one]));
    const read = this.#standings.read(refs);
    const standings = new Map(refs.map((ref, place) => [key(ref), read[place] ?? []]));
    return rows.map((row) => {
      const ref = refOf(row);
      const item = ref && items.get(key(ref));
      return {
        ...{ type: row.part_type, id: row.part_id, name: item?.name || (row.part_name ?? '') },
        assetType: item?.assetType ?? null,
        standings: (ref && standings.get(key(ref))) ?? [],
      };
    });
  }

  #partOf({ type, id }: ItemRef): Container[] {
    const rows = this.#database.all<PartOfRow>(
      `SELECT p.type, p.id, (SELECT count(*) FROM container_part o WHERE o.type = p.type AND o.id = p.id) AS parts
       FROM container_part p WHERE p.part_type = ?1 AND p.part_id = ?2 AND NOT (p.type = ?1 AND p.id = ?2)
       GROUP BY p.type, p.id ORDER BY p.type, p.id LIMIT ${mostPartOf}`,
      type,
      id,
    );
    const items = this.#readItems(rows);
    return rows.map((row, index) => ({
      ...{ type: row.type, id: row.id, parts: row.parts },
      ...{ name: items[index]?.name ?? '', assetType: items[index]?.assetType ?? null },
    }));
  }
}

/** A part that is an item; null for what is nobody's. */
function refOf({ part_type: type, part_id: id }: PartRow): ItemRef | null {
  return isItemType(type) ? { type, id } : null;
}

function key({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
