import { accountNumbers } from '../../../shared/menu-commands.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useAccountStore } from './account.store.ts';

/** Carries out the menu's commands that show an account by its number, or all together. */
export function useAccountShortcuts(): void {
  const accounts = useAccountStore();
  for (const number of accountNumbers) {
    useMenuCommand(`showAccount${number}`, () => {
      const account = accounts.active[number - 1];
      if (account) void accounts.select(account.id);
    });
  }
  useMenuCommand('showAllAccounts', () => {
    if (accounts.canShowAll) void accounts.select('all');
  });
}
