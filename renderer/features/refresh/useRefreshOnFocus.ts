import { onScopeDispose } from 'vue';
import { request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** Has what is out of date of the scope on screen refreshed when the window comes to the front again, if that is wished. */
export function useRefreshOnFocus(): void {
  const accounts = useAccountStore();
  const look = async () => {
    const { refreshesOnFocus } = await request('settings.read', {});
    if (!refreshesOnFocus || accounts.scope === null || accounts.current?.kind === 'archived') return;
    await request('refresh.start', { scope: accounts.scope, isForced: false });
  };
  // Nobody asked for it just now: what goes wrong shows where the refresh is shown.
  const onFocus = () => void look().catch(() => undefined);
  window.addEventListener('focus', onFocus);
  onScopeDispose(() => window.removeEventListener('focus', onFocus));
}
