import type { Scope } from '../../../shared/accounts.ts';
import type {
  CollectiblePage,
  CollectibleRow,
  CollectibleSort,
  CollectibleTotals,
} from '../../../shared/collectibles.ts';
import { pageSize } from '../../../shared/paging.ts';
import type { Database } from '../database.ts';
import type { Members, MembersOf } from '../members.ts';
import type { Refreshes } from '../refreshes.ts';
import { finish, Underway, type Sliced } from '../slices.ts';
import { collectiblesSubject } from '../subject-names.ts';
import { ViewStates } from '../view-states.ts';
import { groupsOf } from './copy-groups.ts';
import { CopyMemory, type KnownCopy } from './copy-memory.ts';
import { sorted, type SortedRow } from './copy-order.ts';
import { copyRow, groupRow } from './copy-rows.ts';
import { found } from './copy-search.ts';
import { sumsOf } from './copy-sums.ts';

export interface CopiesAsked {
  readonly scope: Scope;
  readonly search: string;
  readonly sort: CollectibleSort;
  readonly isGrouped: boolean;
  /** Items whose copies stand below them in a grouped list. */
  readonly unfolded: readonly number[];
}

interface CopyList {
  readonly key: string;
  readonly rows: readonly SortedRow[];
  readonly found: number;
  readonly limiteds: number;
}

/** The collectible copies of accounts as the window shows them: sorted, searched, grouped and added up in memory. */
export class CollectibleViews {
  readonly #membersOf: MembersOf;
  readonly #refreshes: Refreshes;
  readonly #memory: CopyMemory;
  readonly #states: ViewStates;
  readonly #pages = new Underway<CollectiblePage>();
  readonly #totals = new Underway<CollectibleTotals>();
  /** One list is on screen; its pages are asked for one after the other. */
  #last: CopyList | undefined;

  constructor(database: Database, membersOf: MembersOf, refreshes: Refreshes) {
    this.#membersOf = membersOf;
    this.#refreshes = refreshes;
    this.#memory = new CopyMemory(database);
    this.#states = new ViewStates(database);
  }

  page(asked: CopiesAsked, page: number): CollectiblePage {
    return finish(this.#read(asked, page));
  }

  /** The same in slices of a few milliseconds: null until it is there, then to be asked again. */
  tryPage(asked: CopiesAsked, page: number): CollectiblePage | null {
    const place = JSON.stringify([{ ...asked, search: '' }, page]);
    return this.#pages.step(JSON.stringify([asked, page]), () => this.#read(asked, page), place);
  }

  /** The items of a list in its order: each once, with all its copies and their owners, whichever of them are found. */
  *limiteds(asked: Omit<CopiesAsked, 'unfolded'>): Sliced<readonly CollectibleRow[]> {
    const members = this.#membersOf(asked.scope);
    const { rows } = yield* this.#list({ ...asked, unfolded: [] }, members);
    const copies = yield* this.#memory.read(members);
    const groups = new Map(groupsOf(copies).map((group) => [group.first.assetId, group]));
    yield;
    return [...new Set(rows.map(assetOf))].flatMap((assetId) => {
      const group = groups.get(assetId);
      return group ? [groupRow(group, true, false)] : [];
    });
  }

  /** The copies of a list, one by one, in its order. */
  *copies(asked: Pick<CopiesAsked, 'scope' | 'search' | 'sort'>): Sliced<readonly KnownCopy[]> {
    const copies = yield* this.#memory.read(this.#membersOf(asked.scope));
    return yield* sorted(yield* found(copies, asked.search), asked.sort);
  }

  totals(scope: Scope): CollectibleTotals {
    return finish(this.#addUp(scope));
  }

  tryTotals(scope: Scope): CollectibleTotals | null {
    return this.#totals.step(String(scope), () => this.#addUp(scope));
  }

  *#read(asked: CopiesAsked, page: number): Sliced<CollectiblePage> {
    const members = this.#membersOf(asked.scope);
    const list = yield* this.#list(asked, members);
    const { isUnion } = members;
    const unfolded = new Set(asked.unfolded);
    const items = list.rows
      .slice(page * pageSize, (page + 1) * pageSize)
      .map((row) =>
        'first' in row ? groupRow(row, isUnion, unfolded.has(row.first.assetId)) : copyRow(row, isUnion),
      );
    const states = this.#states.read(members, collectiblesSubject);
    const { rows, found: fitting, limiteds } = list;
    return { items, page, total: rows.length, found: fitting, limiteds, ...states };
  }

  *#list({ search, sort, isGrouped, unfolded }: CopiesAsked, members: Members): Sliced<CopyList> {
    const edition = this.#memory.edition(members);
    const key = JSON.stringify([edition, search, sort, isGrouped, isGrouped && unfolded]);
    if (this.#last?.key === key) return this.#last;
    const copies = yield* found(yield* this.#memory.read(members), search);
    const list = isGrouped
      ? yield* this.#group(key, yield* sorted(copies, 'serialAscending'), sort, new Set(unfolded))
      : { key, rows: yield* sorted(copies, sort), found: copies.length, limiteds: countItems(copies) };
    this.#last = list;
    return list;
  }

  *#group(
    key: string,
    copies: Parameters<typeof groupsOf>[0],
    sort: CollectibleSort,
    unfolded: ReadonlySet<number>,
  ): Sliced<CopyList> {
    const groups = yield* sorted(groupsOf(copies), sort);
    const rows = groups.flatMap((group) =>
      unfolded.has(group.first.assetId) ? [group, ...group.copies] : [group],
    );
    return { key, rows, found: groups.length, limiteds: groups.length };
  }

  *#addUp(scope: Scope): Sliced<CollectibleTotals> {
    const members = this.#membersOf(scope);
    const copies = yield* this.#memory.read(members);
    const own = Map.groupBy(copies, ({ accountId }) => accountId);
    yield;
    const accounts = members.ids.map((accountId) => {
      const { savedAt, unreadableRows } = this.#refreshes.state(accountId, collectiblesSubject);
      return { accountId, savedAt, unreadableRows, ...sumsOf(own.get(accountId) ?? []) };
    });
    return { accounts, together: sumsOf(copies) };
  }
}

function countItems(copies: readonly KnownCopy[]): number {
  return new Set(copies.map(assetOf)).size;
}

function assetOf(row: SortedRow): number {
  return 'first' in row ? row.first.assetId : row.assetId;
}
