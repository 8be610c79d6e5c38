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
import { isTold } from './events.ts';

/** Which entries are wanted, and after which one they begin. */
export interface EntryFilter {
  readonly before: TimelineCursor | null;
  readonly kinds: readonly TimelineKind[];
  readonly search: string;
  /** Only what happened to this one. */
  readonly item?: ItemRef | undefined;
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

/** Reads the diary page by page: newest refresh first, within one in the order it was written. */
export class EntryPages {
  readonly #database: Database;
  readonly #membersOf: MembersOf;

  constructor(database: Database, membersOf: MembersOf) {
    this.#database = database;
    this.#membersOf = membersOf;
  }

  read(scope: Scope, filter: EntryFilter): TimelinePage {
    // The rest of the refresh the last page ended in, then the ones before it: each a range of an index.
    const { before } = filter;
    const rest = before ? this.#rows(scope, filter, 'e.refresh_id = ?1 AND e.id > ?2', before) : [];
    const older = { refreshId: before?.refreshId ?? this.#newest() + 1, entryId: 0 };
    const isFull = rest.length > entriesPerPage;
    const rows = isFull
      ? rest
      : [...rest, ...this.#rows(scope, filter, 'e.refresh_id < ?1 AND e.id > ?2', older)];
    const shown = rows.slice(0, entriesPerPage);
    const last = shown.at(-1);
    const groups = Map.groupBy(shown, ({ refresh_id: id }) => id);
    return {
      refreshes: [...groups].map(([id, entries]) => toRefresh(id, entries)),
      next: last && rows.length > entriesPerPage ? { refreshId: last.refresh_id, entryId: last.id } : null,
    };
  }

  /** Beyond it there may be a refresh that is still being written. */
  #newest(): number {
    const sql = `SELECT id FROM timeline_refresh WHERE ${isTold} ORDER BY id DESC LIMIT 1`;
    return this.#database.get<{ id: number }>(sql)?.id ?? 0;
  }

  #rows(scope: Scope, { kinds, search, item }: EntryFilter, range: string, from: TimelineCursor): EntryRow[] {
    const words = fold(search).split(/\s+/).filter(Boolean);
    const { ids } = this.#membersOf(scope);
    // One item is read along its own index, and one account; all together along the order they are told in.
    const ofItem = item ? `AND e.type = ?${words.length + 5} AND e.item_id = ?${words.length + 6}` : '';
    const ofAccount =
      ids.length === 1 ? 'e.account_id = ?3' : '+e.account_id IN (SELECT value FROM json_each(?3))';
    const isEveryKind = timelineKinds.every((kind) => kinds.includes(kind));
    return this.#database.all<EntryRow>(
      `SELECT e.refresh_id, e.account_id, r.at, r.lost, r.gained, r.moved, r.repriced, e.id, e.type, e.item_id,
         e.change, f.name, f.asset_type, f.deleted_at
       FROM timeline_event e CROSS JOIN timeline_refresh r ON r.id = e.refresh_id
       LEFT JOIN item_fact f ON f.type = e.type AND f.id = e.item_id
       WHERE ${range} AND ${ofAccount} ${ofItem}
         ${isEveryKind ? 'AND ?4 IS NOT NULL' : 'AND e.kind IN (SELECT value FROM json_each(?4))'}
         ${words.map((_word, index) => `AND instr(f.folded, ?${index + 5}) > 0`).join(' ')}
       ORDER BY e.refresh_id DESC, e.id LIMIT ${entriesPerPage + 1}`,
      from.refreshId,
      from.entryId,
      ids.length === 1 ? (ids[0] ?? 0) : JSON.stringify(ids),
      JSON.stringify(kinds),
      ...words,
      ...(item ? [item.type, item.id] : []),
    );
  }
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
