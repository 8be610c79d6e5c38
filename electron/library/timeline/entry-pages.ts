import type { Scope } from '../../../shared/accounts.ts';
import type { ItemRef, ItemType } from '../../../shared/items.ts';
import {
  timelineKinds,
  type TimelineChange,
  type TimelineCursor,
  type TimelineEntry,
  type TimelineKind,
  type TimelinePage,
  type TimelineRefresh,
} from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import { fold } from '../../../shared/fold.ts';
import type { MembersOf } from '../members.ts';
import type { Sliced } from '../slices.ts';
import { isTold } from './events.ts';

/** Which entries are wanted, and after which one they begin. */
export interface EntryFilter {
  readonly before: TimelineCursor | null;
  readonly kinds: readonly TimelineKind[];
  readonly search: string;
  /** Only what happened to this one. */
  readonly item?: ItemRef | undefined;
}

/** An entry by itself. */
export interface ToldEntry extends TimelineEntry {
  readonly accountId: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

interface EntryRow {
  refresh_id: number;
  account_id: number;
  at: number;
  lost: number;
  gained: number;
  moved: number;
  repriced: number;
  id: number;
  type: ItemType;
  item_id: number;
  change: string;
  name: string | null;
  asset_type: number | null;
  deleted_at: number | null;
}

const entriesPerPage = 100;
/** A few milliseconds of the library's thread. */
const entriesPerStep = 500;
const entries = `SELECT e.refresh_id, e.account_id, r.at, r.lost, r.gained, r.moved, r.repriced, e.id, e.type, e.item_id,
  e.change, f.name, f.asset_type, f.deleted_at`;
const joined = `CROSS JOIN timeline_refresh r ON r.id = e.refresh_id
  LEFT JOIN item_fact f ON f.type = e.type AND f.id = e.item_id`;

/** Reads the diary page by page: newest refresh first, within one in the order it was written. */
export class EntryPages {
  readonly #database: Database;
  readonly #membersOf: MembersOf;

  constructor(database: Database, membersOf: MembersOf) {
    this.#database = database;
    this.#membersOf = membersOf;
  }

  read(scope: Scope, filter: EntryFilter): TimelinePage {
    const rows = this.#after(scope, filter, entriesPerPage + 1);
    const shown = rows.slice(0, entriesPerPage);
    const last = shown.at(-1);
    const groups = Map.groupBy(shown, ({ refresh_id: id }) => id);
    return {
      refreshes: [...groups].map(([id, own]) => toRefresh(id, own)),
      next: last && rows.length > entriesPerPage ? cursorAt(last) : null,
    };
  }

  /** Of every entry that passes, in the order they are told. */
  *ids(scope: Scope, filter: Omit<EntryFilter, 'before'>): Sliced<Float64Array> {
    const ids: number[] = [];
    for (let before: TimelineCursor | null = null; ;) {
      const rows = this.#after(scope, { ...filter, before }, entriesPerStep);
      for (const { id } of rows) ids.push(id);
      const last = rows.at(-1);
      if (!last || rows.length < entriesPerStep) return Float64Array.from(ids);
      before = cursorAt(last);
      yield;
    }
  }

  /** In the order of the ids, without those that are gone. */
  ofIds(ids: Float64Array): ToldEntry[] {
    const sql = `${entries} FROM json_each(?) w CROSS JOIN timeline_event e ON e.id = w.value ${joined} ORDER BY w.key`;
    const rows = this.#database.all<EntryRow>(sql, JSON.stringify([...ids]));
    return rows.map((row) => ({ ...toEntry(row), accountId: row.account_id, at: row.at }));
  }

  /** The rest of the refresh the last page ended in, then the ones before it: each a range of an index. */
  #after(scope: Scope, filter: EntryFilter, most: number): EntryRow[] {
    const { before } = filter;
    const rest = before ? this.#rows(scope, filter, 'e.refresh_id = ?1 AND e.id > ?2', before, most) : [];
    const older = { refreshId: before?.refreshId ?? this.#newest() + 1, entryId: 0 };
    if (rest.length === most) return rest;
    const range = 'e.refresh_id < ?1 AND e.id > ?2';
    return [...rest, ...this.#rows(scope, filter, range, older, most - rest.length)];
  }

  /** Beyond it there may be a refresh that is still being written. */
  #newest(): number {
    const sql = `SELECT id FROM timeline_refresh WHERE ${isTold} ORDER BY id DESC LIMIT 1`;
    return this.#database.get<{ id: number }>(sql)?.id ?? 0;
  }

  #rows(
    scope: Scope,
    { kinds, search, item }: EntryFilter,
    range: string,
    from: TimelineCursor,
    most: number,
  ): EntryRow[] {
    const words = fold(search).split(/\s+/).filter(Boolean);
    const { ids } = this.#membersOf(scope);
    // One item is read along its own index, and one account; all together along the order they are told in.
    const ofItem = item ? `AND e.type = ?${words.length + 5} AND e.item_id = ?${words.length + 6}` : '';
    const ofAccount =
      ids.length === 1 ? 'e.account_id = ?3' : '+e.account_id IN (SELECT value FROM json_each(?3))';
    const isEveryKind = timelineKinds.every((kind) => kinds.includes(kind));
    return this.#database.all<EntryRow>(
      `${entries} FROM timeline_event e ${joined}
       WHERE ${range} AND ${ofAccount} ${ofItem}
         ${isEveryKind ? 'AND ?4 IS NOT NULL' : 'AND e.kind IN (SELECT value FROM json_each(?4))'}
         ${words.map((_word, index) => `AND instr(f.folded, ?${index + 5}) > 0`).join(' ')}
       ORDER BY e.refresh_id DESC, e.id LIMIT ${most}`,
      from.refreshId,
      from.entryId,
      ids.length === 1 ? (ids[0] ?? 0) : JSON.stringify(ids),
      JSON.stringify(kinds),
      ...words,
      ...(item ? [item.type, item.id] : []),
    );
  }
}

function cursorAt({ refresh_id: refreshId, id: entryId }: EntryRow): TimelineCursor {
  return { refreshId, entryId };
}

function toRefresh(id: number, rows: readonly EntryRow[]): TimelineRefresh {
  const [{ account_id: accountId, at, lost, gained, moved, repriced }] = rows as [EntryRow];
  return { id, accountId, at, counts: { lost, gained, moved, repriced }, entries: rows.map(toEntry) };
}

function toEntry(row: EntryRow): TimelineEntry {
  return {
    id: row.id,
    item: {
      type: row.type,
      id: row.item_id,
      name: row.name ?? `#${row.item_id}`,
      assetType: row.asset_type,
      isDeleted: row.deleted_at !== null,
    },
    change: JSON.parse(row.change) as TimelineChange,
  };
}
