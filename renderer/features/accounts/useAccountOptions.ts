import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Account } from '../../../shared/accounts.ts';
import { useAccountStore } from './account.store.ts';

/** One line of the switcher. */
export type AccountOption =
  | { readonly kind: 'all' }
  /** `number` is the one of its shortcut. */
  | { readonly kind: 'account'; readonly account: Account; readonly number: number | null }
  | { readonly kind: 'archive'; readonly count: number; readonly isOpen: boolean };

export interface AccountOptions {
  readonly options: ComputedRef<readonly AccountOption[]>;
  /** The place of the line that Enter chooses. */
  readonly active: Ref<number>;
  readonly isArchiveOpen: ShallowRef<boolean>;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

const pageStep = 8;

/** The lines of the switcher that match `search`, and the keys that walk them. */
export function useAccountOptions(
  search: Ref<string>,
  choose: (option: AccountOption) => void,
): AccountOptions {
  const accounts = useAccountStore();
  const isArchiveOpen = shallowRef(accounts.current?.kind === 'archived');

  const options = computed<AccountOption[]>(() => {
    const isSearching = search.value.trim() !== '';
    const listed = accounts.active.map((account, index) => line(account, index < 9 ? index + 1 : null));
    const archived = accounts.archived.map((account) => line(account, null));
    if (isSearching) return [...listed, ...archived].filter(({ account }) => matches(account, search.value));
    const archive: AccountOption[] =
      archived.length === 0 ? [] : [{ kind: 'archive', count: archived.length, isOpen: isArchiveOpen.value }];
    return [
      ...(accounts.canShowAll ? [{ kind: 'all' as const }] : []),
      ...listed,
      ...archive,
      ...(isArchiveOpen.value ? archived : []),
    ];
  });
  const active = shallowRef(
    Math.max(
      0,
      options.value.findIndex((option) => isOnScreen(option)),
    ),
  );

  function isOnScreen(option: AccountOption): boolean {
    if (option.kind === 'all') return accounts.scope === 'all';
    return option.kind === 'account' && option.account.id === accounts.scope;
  }

  function onKeydown(event: KeyboardEvent): void {
    const last = options.value.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active.value === last ? 0 : active.value + 1,
      ArrowUp: active.value === 0 ? last : active.value - 1,
      PageDown: Math.min(last, active.value + pageStep),
      PageUp: Math.max(0, active.value - pageStep),
      ...(event.target instanceof HTMLInputElement ? {} : { Home: 0, End: last }),
    };
    const place = to[event.key];
    const option = options.value[active.value];
    if (place !== undefined) active.value = place;
    else if (event.key === 'Enter' && option) choose(option);
    else return;
    event.preventDefault();
  }

  // Another search begins at its best match.
  watch(search, () => (active.value = 0));

  return { options, active, isArchiveOpen, onKeydown };
}

function line(account: Account, number: number | null) {
  return { kind: 'account' as const, account, number };
}

function matches({ nickname, displayName, username, id }: Account, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return [nickname ?? '', displayName, username, String(id)].some((name) =>
    name.toLocaleLowerCase().includes(wanted),
  );
}
