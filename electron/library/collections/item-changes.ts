import type { ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';

/** Where some items go: the first one's place, and how far apart they stand. */
interface Room {
  readonly start: number;
  readonly apart: number;
}

/** How many items are to have room, and which of them, as JSON, leave a place in the same collection for it. */
interface Newcomers {
  readonly count: number;
  readonly moving: string;
}

/** The places that something goes between; undefined is an end of the collection. */
type Gap = readonly (number | undefined)[];

// Twenty times in a row something fits between two neighbours before others have to make room.
const apart = 2 ** 20;
/** Of a row that is none of the items in JSON. As one text: for a pair SQLite would go through all of them each time. */
const isOther = (items: string) =>
  `type || item_id NOT IN (SELECT (value ->> 0) || (value ->> 1) FROM json_each(${items}))`;

/** Items as JSON that SQLite reads. */
export function toJson(items: readonly ItemRef[]): string {
  return JSON.stringify(items.map(({ type, id }) => [type, id]));
}

/** Writes down what a step does to the items of collections; it is done when the step is applied. */
export class ItemChanges {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Files those that are not in the collection yet, in their order. Returns how many. `at` in epoch milliseconds. */
  file(stepId: number, id: number, items: string, position: number | null, at: number): number {
    const gap = this.#gapAt(id, '[]', position);
    const room = this.#roomIn(stepId, id, { count: countOf(items), moving: '[]' }, gap);
    return this.#database.run(
      `INSERT OR IGNORE INTO undo_item
         SELECT ?1, ?2, e.value ->> 0, e.value ->> 1, NULL, ?4 + e.key * ?5, ?6 FROM json_each(?3) e
         WHERE NOT EXISTS (SELECT 1 FROM collection_item c
           WHERE c.collection_id = ?2 AND c.type = e.value ->> 0 AND c.item_id = e.value ->> 1)
         ORDER BY e.key`,
      ...[stepId, id, items, room.start, room.apart, at],
    );
  }

  /** Puts those that are in the collection elsewhere in it, in their order. Returns how many, 0 where they stand so already. */
  arrange(stepId: number, id: number, items: string, position: number): number {
    const gap = this.#gapAt(id, items, position);
    if (this.#standIn(id, items, gap)) return 0;
    const room = this.#roomIn(stepId, id, { count: countOf(items), moving: items }, gap);
    return this.#database.run(
      `INSERT OR IGNORE INTO undo_item
         SELECT ?1, ?2, c.type, c.item_id, c.place, ?4 + e.key * ?5, c.filed_at FROM json_each(?3) e
         CROSS JOIN collection_item c ON c.collection_id = ?2 AND c.type = e.value ->> 0 AND c.item_id = e.value ->> 1
         WHERE true ORDER BY e.key`,
      ...[stepId, id, items, room.start, room.apart],
    );
  }

  /** Takes out those that are in the collection. Returns how many. */
  remove(stepId: number, id: number, items: string): number {
    return this.#database.run(
      `INSERT OR IGNORE INTO undo_item
         SELECT ?1, ?2, c.type, c.item_id, c.place, NULL, c.filed_at FROM json_each(?3) e
         CROSS JOIN collection_item c ON c.collection_id = ?2 AND c.type = e.value ->> 0 AND c.item_id = e.value ->> 1`,
      ...[stepId, id, items],
    );
  }

  /** Takes everything out. */
  empty(stepId: number, id: number): void {
    this.#database.run(
      `INSERT INTO undo_item SELECT ?1, collection_id, type, item_id, place, NULL, filed_at FROM collection_item
       WHERE collection_id = ?2`,
      ...[stepId, id],
    );
  }

  /** Of these items those a collection has, in their order. */
  within(id: number, items: string): string {
    const row = this.#database.get<{ items: string }>(
      `SELECT json_group_array(json_array(type, item_id)) AS items FROM (
         SELECT c.type, c.item_id FROM json_each(?2) e
         CROSS JOIN collection_item c ON c.collection_id = ?1 AND c.type = e.value ->> 0 AND c.item_id = e.value ->> 1
         ORDER BY e.key)`,
      ...[id, items],
    );
    return row?.items ?? '[]';
  }

  /** Whether those that are in the collection stand there in their order. */
  #standIn(id: number, items: string, [before = -Infinity, after = Infinity]: Gap): boolean {
    let last = before;
    return this.#database
      .all<{ place: number }>(
        `SELECT c.place FROM json_each(?2) e
         CROSS JOIN collection_item c ON c.collection_id = ?1 AND c.type = e.value ->> 0 AND c.item_id = e.value ->> 1
         GROUP BY c.type, c.item_id ORDER BY min(e.key)`,
        ...[id, items],
      )
      .every(({ place }) => {
        const isNext = place > last && place < after;
        last = place;
        return isNext;
      });
  }

  /** Those after it step aside where there is too little. */
  #roomIn(stepId: number, id: number, { count, moving }: Newcomers, [before, after]: Gap): Room {
    if (before === undefined && after === undefined) return { start: 0, apart };
    if (after === undefined) return { start: (before ?? 0) + apart, apart };
    if (before === undefined) return { start: after - count * apart, apart };
    const between = Math.floor((after - before) / (count + 1));
    if (between >= 1) return { start: before + between, apart: between };
    this.#database.run(
      `INSERT INTO undo_item SELECT ?1, collection_id, type, item_id, place, place + ?4, filed_at FROM collection_item
       WHERE collection_id = ?2 AND place >= ?5 AND ${isOther('?3')}`,
      ...[stepId, id, moving, (count + 1) * apart, after],
    );
    return { start: before + apart, apart };
  }

  /** Between neighbours that are not themselves on the move. */
  #gapAt(id: number, items: string, position: number | null): Gap {
    const others = `SELECT place FROM collection_item WHERE collection_id = ?1 AND ${isOther('?2')}`;
    const last = () =>
      this.#database.get<{ place: number }>(`${others} ORDER BY place DESC LIMIT 1`, id, items)?.place;
    if (position === null) return [last(), undefined];
    // A place counted by the person, not a page: it is looked for once in a change.
    const found = this.#database
      .all<{ place: number }>(
        `${others} ORDER BY place LIMIT 2 OFFSET ?3`,
        id,
        items,
        Math.max(0, position - 1),
      )
      .map(({ place }) => place);
    if (position === 0) return [undefined, found[0]];
    return found.length === 0 ? [last(), undefined] : found;
  }
}

function countOf(items: string): number {
  return (JSON.parse(items) as readonly unknown[]).length;
}
