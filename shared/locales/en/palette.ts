/** The command palette: one field over everything. */
export const palette = {
  title: 'Go to or do anything',
  hint: 'Views, collections, accounts, commands, and items by name, id or link.',
  search: 'Go to a view, a collection, an account or an item, or do something',
  none: 'Nothing of that name here. Check the spelling, or show all accounts first.',
  savedView: 'Saved view',
  favourites: 'Favourites',
  unknownItem: 'Nothing is known of it yet',
  kinds: {
    places: 'View',
    collections: 'Collection',
    accounts: 'Account',
    commands: 'Command',
    items: 'Item',
  },
} as const;
