import { onScopeDispose, watch } from 'vue';
import { useRouter } from 'vue-router';
import type { Scope } from '../../../shared/accounts.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { usePlaceStore } from '../accounts/place.store.ts';
import { useCategoryStore } from '../categories/category.store.ts';
import { contentOf, useSavedViewStore } from '../saved-views/saved-view.store.ts';
import { useListStore } from './list.store.ts';
import { useShelfStore } from './shelf.store.ts';

// The start belongs to what is on screen.
const startPauseMs = 1500;
// As many as have a shortcut, and all together.
const mostPrepared = 10;

/** Reads ahead, whenever there is nothing else to do, what the first switch to each account is going to show. */
export function usePreparedViews(): void {
  const accounts = useAccountStore();
  const places = usePlaceStore();
  const categories = useCategoryStore();
  const list = useListStore();
  const shelf = useShelfStore();
  const savedViews = useSavedViewStore();
  const router = useRouter();
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function prepareAll(): Promise<void> {
    const own = ++round;
    const several: Scope[] = accounts.canShowAll ? ['all'] : [];
    const scopes = [...accounts.active.map(({ id }) => id).slice(0, mostPrepared - 1), ...several];
    for (const scope of scopes) {
      await idle();
      if (own !== round) return;
      // Whoever is on screen looks after themselves, and what cannot be read now is read by the switch.
      if (scope !== accounts.scope) await prepare(scope).catch(() => undefined);
    }
  }

  async function prepare(scope: Scope): Promise<void> {
    const tree = await categories.prepare(scope);
    const place = await places.read(scope);
    const first = [...tree.own, ...tree.favorites].flatMap((group) => group.categories)[0];
    const address = place === null ? null : router.resolve(place.path);
    if (address?.name === 'savedView') {
      const view = savedViews.find(Number(address.params['id']));
      if (view?.scope === scope) await shelf.prepare(contentOf(view));
      return;
    }
    const category = address === null ? first?.key : address.params['key'];
    if (typeof category !== 'string') return;
    await shelf.prepare({ scope, category, search: '', sort: list.sortOf(scope), owned: 'any', filter: {} });
  }

  watch(
    () => accounts.accounts.map(({ id }) => id).join(),
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void prepareAll(), startPauseMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}
