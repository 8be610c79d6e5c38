/** What can go wrong with local collections, undo, and files of them. */
export const collectionErrors = {
  collectionUnknown: {
    title: 'This collection is no longer there',
    hint: 'It may be in the trash, or was removed. Nothing was changed.',
  },
  collectionNameMissing: {
    title: 'A collection needs a name',
    hint: 'One character is enough.',
  },
  collectionNameTooLong: {
    title: 'That name is too long',
    hint: '100 characters are the most. Nothing was changed.',
  },
  collectionNoteTooLong: {
    title: 'That note is too long',
    hint: '2,000 characters are the most. Nothing was changed.',
  },
  collectionInsideItself: {
    title: 'A collection cannot be moved into itself',
    hint: 'Nor into one that is inside it. Pick another place; nothing was changed.',
  },
  collectionTooDeep: {
    title: 'That is too many collections inside each other',
    hint: '16 levels are the most. Pick a place further up; nothing was changed.',
  },
  collectionsTooMany: {
    title: 'There are 2,000 collections already',
    hint: 'Those in the trash count too. Empty it, or remove one that is of no use, then try again.',
  },
  collectionTooLarge: {
    title: 'That is more than one collection holds',
    hint: '200,000 items are the most. Start another one; nothing was changed.',
  },
  collectionSmart: {
    title: 'A smart collection fills itself',
    hint: 'It shows what its search finds. Change the search, or pick a collection that is filled by hand.',
  },
  collectionNotSmart: {
    title: 'This collection is filled by hand',
    hint: 'It has no search to change. Create a smart collection instead; nothing was changed.',
  },
  nothingToUndo: {
    title: 'There is nothing to undo',
    hint: 'The last 100 changes can be undone, after a restart too.',
  },
  nothingToRedo: {
    title: 'There is nothing to redo',
    hint: 'What was undone can be redone until something else is changed.',
  },
  undoOvertaken: {
    title: 'Something else was changed since',
    hint: 'Changes are undone one after the other, the last one first. Nothing was changed.',
  },
  fileExists: {
    title: 'There is a file of that name already',
    hint: 'Satchel overwrites no file. Choose another name; nothing was written.',
  },
  fileUnwritable: {
    title: 'The file could not be written',
    hint: 'The disk may be full, or the folder not writable. Choose another place; nothing was left half written.',
  },
  fileUnreadable: {
    title: 'The file could not be read',
    hint: 'It may have been moved, or be held by another program. Nothing was changed.',
  },
  importTooLarge: {
    title: 'That file is too large',
    hint: 'Satchel reads up to 32 MB, 2,000 collections and 500,000 items at once. Split it; nothing was changed.',
  },
  importUnreadable: {
    title: 'There are no collections in that',
    hint: 'Satchel reads its own JSON, a table with a column of ids (CSV), or a list of ids or roblox.com addresses. Nothing was changed.',
  },
  importNewer: {
    title: 'That file comes from a newer Satchel',
    hint: 'Install the newest version to read it. Nothing was changed.',
  },
  importDamaged: {
    title: 'Parts of that cannot be used',
    hint: 'Mend or remove them and try again. All of it is imported or nothing; nothing was changed.',
  },
  importEmpty: {
    title: 'There is nothing in that to import',
    hint: 'It names no collection and no item. Nothing was changed.',
  },
  importForgotten: {
    title: 'Look at the import once more',
    hint: 'It was made already, or another one was looked at since. Choose the file again; nothing was changed.',
  },
} as const;
