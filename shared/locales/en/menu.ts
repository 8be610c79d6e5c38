/** The application menu, main's only visible words besides errors. */
export const menu = {
  file: 'File',
  edit: 'Edit',
  items: 'Items',
  view: 'View',
  quit: 'Quit Satchel',
  accounts: 'Accounts',
  addAccount: 'Add Account…',
  manageAccounts: 'Manage Accounts…',
  showAllAccounts: 'All Accounts',
  showAccount: 'Account {number}',
  openDetails: 'Show Details',
  addToProfileCollection: 'Add to Profile Collection',
  removeFromProfileCollection: 'Remove from Profile Collection',
  findItems: 'Find Items',
  refresh: 'Refresh',
  toggleOffline: 'Work Offline',
} as const;
