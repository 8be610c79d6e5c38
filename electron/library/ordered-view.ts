import type { Scope } from '../../shared/accounts.ts';
import type { ItemFilter, ItemSort, OwnedFilter } from '../../shared/views.ts';
import type { Members } from './members.ts';

/** A view as the window asks for it. */
export interface View {
  readonly scope: Scope;
  /** A category's key, or `allItemsKey` for all own ones together. */
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  /** `any` when absent. */
  readonly owned?: OwnedFilter;
  /** Leaves nothing out when absent. */
  readonly filter?: ItemFilter;
}

/** A view as its order is worked out. */
export interface OrderedView {
  readonly members: Members;
  /** A category's key, or `allItemsKey` for all own ones together. */
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  readonly owned: OwnedFilter;
  readonly filter: ItemFilter;
}
