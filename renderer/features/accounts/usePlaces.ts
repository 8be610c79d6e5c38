import { computed, nextTick, onScopeDispose, watch, type ComputedRef, type ShallowRef } from 'vue';
import { START_LOCATION, useRouter } from 'vue-router';
import type { Scope, ViewPlace } from '../../../shared/accounts.ts';
import { useAccountStore } from './account.store.ts';
import { usePlaceStore } from './place.store.ts';
import { restoreScroll, watchScroll } from './scroll-place.ts';

export interface Places {
  /**
   * Whether the view of the scope on screen is not chosen yet: showing the last one would ask for the wrong items. Not so
   * for a view that waits by itself.
   */
  readonly isMoving: ComputedRef<boolean>;
}

/** Remembers the view and the scroll of every scope, and brings them back when it is shown again. `root` holds the view. */
export function usePlaces(root: Readonly<ShallowRef<HTMLElement | null>>): Places {
  const accounts = useAccountStore();
  const places = usePlaceStore();
  const router = useRouter();
  const isMoving = computed(
    () => places.isMoving && router.currentRoute.value.meta['waitsForMoves'] !== true,
  );
  let stopRestoring: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;
  /** Navigations begun. */
  let steps = 0;
  /** The scroll that the view about to be shown is brought back to. */
  let wanted: number | null = null;

  async function show(scope: Scope): Promise<void> {
    stopRestoring?.();
    places.isMoving = true;
    const known = places.known(scope);
    const before = steps;
    const place = known === undefined ? await places.read(scope) : known;
    if (scope !== accounts.scope) return;
    // Whoever went somewhere meanwhile is on the way there, and not to where they were last time.
    if (steps === before) await goTo(place ?? { path: '/', scrollTop: 0 });
    if (scope !== accounts.scope) return;
    places.isMoving = false;
    // A view that stayed still shows what it did before, its scroll included.
    await nextTick();
    if (scope !== accounts.scope) return;
    if (root.value && place && place.scrollTop > 0) {
      stopRestoring = restoreScroll(root.value, place.scrollTop);
    }
  }

  // Not a step of the history: going back would lead to a view of the account before.
  async function goTo({ path, scrollTop }: ViewPlace): Promise<void> {
    wanted = scrollTop;
    await router.replace(path).catch(() => undefined);
    wanted = null;
  }

  async function readAll(): Promise<void> {
    const scopes: Scope[] = [...accounts.accounts.map(({ id }) => id), 'all'];
    for (const scope of scopes) await places.read(scope);
  }

  const stopCounting = router.beforeEach((_to, from) => {
    if (from !== START_LOCATION) steps += 1;
  });
  const stopHearing = router.afterEach((to) => {
    if (accounts.scope === null || to.path === '/' || to.meta['isOfAccount'] === false) return;
    places.remember(accounts.scope, { path: to.fullPath, scrollTop: wanted ?? 0 });
  });

  watch(
    () => accounts.scope,
    (scope) => {
      if (scope !== null) void show(scope);
    },
    { immediate: true, flush: 'sync' },
  );
  watch(() => accounts.accounts.length, readAll, { immediate: true });
  watch(root, (element) => {
    stopWatching?.();
    if (!element) return;
    stopWatching = watchScroll(element, (scrollTop) => {
      const { meta } = router.currentRoute.value;
      if (accounts.scope === null || places.isMoving || meta['isOfAccount'] === false) return;
      places.remember(accounts.scope, { path: router.currentRoute.value.fullPath, scrollTop });
    });
  });

  onScopeDispose(() => {
    places.isMoving = false;
    stopCounting();
    stopHearing();
    stopRestoring?.();
    stopWatching?.();
  });

  return { isMoving };
}
