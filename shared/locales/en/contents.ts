/** What packages and bundles contain, and what an item is a part of. */
export const contents = {
  title: 'Contains',
  export: 'Export who has what of it…',
  owned: '{owned} of {total} owned',
  missingOnly: 'Missing only',
  nothingMissing: 'No part is missing.',
  missing: 'Missing',
  unknown: 'Not known yet',
  outfit: 'Outfit: worn with it, owned by nobody',
  strange: '“{type}”: a kind of part Satchel does not know',
  itself: 'Roblox lists it as a part of itself',
  empty: 'Roblox says that there is nothing in it.',
  unreadable:
    '{number} more part has an id that cannot be kept exactly, and is left out. | {number} more parts have ids that cannot be kept exactly, and are left out.',
  loading: 'Asking Roblox what it contains…',
  notSaved: 'What it contains is not saved on this computer yet.',
  unnamed: 'Item {id}',
  asOf: 'As of {age}',
  asOfUnknown: 'Saved before ages were kept',
  kept: 'What was known of it stays below.',
  partOf: 'Part of',
  parts: '{number} part | {number} parts',
} as const;
