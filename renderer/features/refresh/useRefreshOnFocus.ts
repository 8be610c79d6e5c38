import { onScopeDispose } from 'vue';
import { request } from '../../ipc.ts';
import { refreshWhatIsOnScreen } from '../../useRefresh.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/**
 * Has what is on screen refreshed, as far as it is out of date, when the window comes to the front again, if that is
 * wished. Windows come to the front all day: everything an account has is refreshed when somebody asks for it, or by the hour.
 */
export function useRefreshOnFocus(): void {
  const accounts = useAccountStore();
  const look = async () => {
    const { refreshesOnFocus } = await request('settings.read', {});
    if (refreshesOnFocus && accounts.current?.kind !== 'archived') refreshWhatIsOnScreen();
  };
  // Nobody asked for it just now: what goes wrong shows where the list is shown.
  const onFocus = () => void look().catch(() => undefined);
  window.addEventListener('focus', onFocus);
  onScopeDispose(() => window.removeEventListener('focus', onFocus));
}
