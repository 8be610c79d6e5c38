/** Accounts that a shortcut of their own shows, counted from 1 in the person's order without the archived ones. */
export const accountNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type AccountNumber = (typeof accountNumbers)[number];

/** Commands of the application menu that the window carries out. */
export type MenuCommand =
  | 'undo'
  | 'redo'
  | 'selectAll'
  | 'invertSelection'
  | 'newCollection'
  | 'addToCollection'
  | 'addToProfileCollection'
  | 'removeFromProfileCollection'
  | 'addAccount'
  | 'manageAccounts'
  | 'showAllAccounts'
  | `showAccount${AccountNumber}`
  | 'findItems'
  | 'refresh'
  | 'refreshEverything'
  | 'toggleOffline'
  | 'openSettings'
  | 'openActivity'
  | 'openDetails';
