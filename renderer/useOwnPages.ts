import { useRouter } from 'vue-router';
import { useMenuCommand } from './useMenuCommand.ts';

/** Opens Satchel's own pages, which belong to no account, from the application menu. */
export function useOwnPages(): void {
  const router = useRouter();
  useMenuCommand('openSettings', () => void router.push('/settings'));
  useMenuCommand('openActivity', () => void router.push('/activity'));
}
