import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { useMenuCommand } from '../../useMenuCommand.ts';

/** The one account dialog that is open. `again` names the account that has to be signed in again. */
export type AccountDialog =
  | { readonly kind: 'add'; readonly again: number | null }
  | { readonly kind: 'manage' }
  | { readonly kind: 'edit' | 'signOut'; readonly accountId: number; readonly from: 'manage' | null };

/** Which account dialog is open: the switcher, the banner, the menu and the welcome page all open them. */
export const useAccountDialogStore = defineStore('accountDialogs', () => {
  const open = shallowRef<AccountDialog | null>(null);

  function show(dialog: AccountDialog): void {
    open.value = dialog;
  }

  /** Goes back to the list of accounts when that is where the dialog was opened. */
  function close(): void {
    const dialog = open.value;
    open.value = dialog && 'from' in dialog && dialog.from === 'manage' ? { kind: 'manage' } : null;
  }

  useMenuCommand('addAccount', () => show({ kind: 'add', again: null }));
  useMenuCommand('manageAccounts', () => show({ kind: 'manage' }));

  return { open, show, close };
});
