/** The application menu, main's only visible words besides errors. */
export const menu = {
  file: 'File',
  edit: 'Edit',
  items: 'Items',
  view: 'View',
  quit: 'Quit Satchel',
  followAccount: 'Follow a Public Inventory…',
  openDetails: 'Show Details',
  addToProfileCollection: 'Add to Profile Collection',
  removeFromProfileCollection: 'Remove from Profile Collection',
  findItems: 'Find Items',
  refresh: 'Refresh',
  toggleOffline: 'Work Offline',
} as const;
