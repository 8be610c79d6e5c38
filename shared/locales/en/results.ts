/** What became of many items, name by name. */
export const results = {
  show: 'Show all…',
  showLeftOut: 'Show what was left out…',
  refused: 'What Roblox refused',
  refusedHint:
    'None of it is in the profile collection. It stays in Activity until you try it again or discard it.',
  leftOut: 'What was left out',
  leftOutHint: 'Everything else was accepted.',
  nothingSent: 'Nothing was sent',
  notOwned: 'Not owned by {name}',
  typeRefused: 'Of a type that Roblox takes into no profile collection',
  alreadyIn: 'In the profile collection already',
  group: '{reason} ({number})',
  more: 'And {number} more, which are copied too.',
  copy: 'Copy the list',
  copied: 'Copied {number} line | Copied {number} lines',
  close: 'Close',
} as const;
