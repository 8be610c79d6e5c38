/** Accounts that a shortcut of their own shows, counted from 1 in the person's order without the archived ones. */
export const accountNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type AccountNumber = (typeof accountNumbers)[number];

/** Commands of the application menu that the window carries out, with their keys as Electron writes them; null where one has none. */
export const commandKeys = {
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  selectAll: 'CmdOrCtrl+A',
  invertSelection: 'CmdOrCtrl+Shift+I',
  newCollection: 'CmdOrCtrl+Shift+N',
  addToCollection: 'CmdOrCtrl+Shift+L',
  exportItems: 'CmdOrCtrl+Shift+E',
  makeBackup: null,
  restoreBackup: null,
  addToProfileCollection: 'CmdOrCtrl+Shift+A',
  removeFromProfileCollection: 'CmdOrCtrl+Shift+D',
  addAccount: 'CmdOrCtrl+N',
  manageAccounts: 'CmdOrCtrl+Shift+M',
  // Not 0, which resets the zoom.
  showAllAccounts: 'CmdOrCtrl+E',
  showAccount1: 'CmdOrCtrl+1',
  showAccount2: 'CmdOrCtrl+2',
  showAccount3: 'CmdOrCtrl+3',
  showAccount4: 'CmdOrCtrl+4',
  showAccount5: 'CmdOrCtrl+5',
  showAccount6: 'CmdOrCtrl+6',
  showAccount7: 'CmdOrCtrl+7',
  showAccount8: 'CmdOrCtrl+8',
  showAccount9: 'CmdOrCtrl+9',
  findItems: 'CmdOrCtrl+F',
  refresh: 'CmdOrCtrl+R',
  refreshEverything: 'CmdOrCtrl+Shift+R',
  toggleOffline: 'CmdOrCtrl+Shift+O',
  openPalette: 'CmdOrCtrl+K',
  openSettings: 'CmdOrCtrl+,',
  openActivity: 'CmdOrCtrl+Shift+Y',
  openDetails: 'CmdOrCtrl+I',
} as const;
export type MenuCommand = keyof typeof commandKeys;
