import type { Scope } from '../../shared/accounts.ts';
import type { AccountStore } from './account-store.ts';

/** The accounts a view is read over, in the person's order. */
export interface Members {
  readonly ids: readonly number[];
  /** Whether they are shown together; then every item names its owners. */
  readonly isUnion: boolean;
  /** Those whose answer is still to be hoped for. The others cannot hold back the age of a view. */
  readonly awaited: ReadonlySet<number>;
}

export type MembersOf = (scope: Scope) => Members;

/** Who belongs to a scope. An archived account counts in `all`: its library is kept. */
export function membersIn(accounts: AccountStore): MembersOf {
  return (scope) => {
    if (scope !== 'all') return { ids: [scope], isUnion: false, awaited: new Set([scope]) };
    const kept = accounts.read().accounts;
    const awaited = kept.filter(
      ({ kind, visibility, isGone }) => kind !== 'archived' && visibility !== 'hidden' && !isGone,
    );
    return { ids: kept.map(({ id }) => id), isUnion: true, awaited: new Set(awaited.map(({ id }) => id)) };
  };
}
