import { useRouter } from 'vue-router';
import type { SavedView } from '../../../shared/views.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { usePlaceStore } from '../accounts/place.store.ts';

/** Opens saved views: one of other accounts brings those on screen. */
export function useOpenView(): (view: SavedView) => void {
  const accounts = useAccountStore();
  const places = usePlaceStore();
  const router = useRouter();

  return (view) => {
    const path = viewPath(view);
    if (view.scope === accounts.scope || isGone(view)) {
      void router.push(path);
      return;
    }
    // A scope is shown where it was left.
    places.remember(view.scope, { path, scrollTop: 0 });
    void accounts.select(view.scope);
  };

  function isGone({ scope }: SavedView): boolean {
    return scope !== 'all' && accounts.find(scope) === undefined;
  }
}

/** The address of a saved view in the window. */
export function viewPath({ id }: SavedView): string {
  return `/saved/${id}`;
}
