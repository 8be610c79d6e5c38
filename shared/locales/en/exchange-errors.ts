/** What can go wrong with files that are written, and with backups. */
export const exchangeErrors = {
  fileDiskFull: {
    title: 'There is no room left for the file',
    hint: 'The disk is full. Make room or choose another one; nothing was left half written.',
  },
  folderReadOnly: {
    title: 'That folder cannot be written to',
    hint: 'It is read-only, or belongs to somebody else. Choose another one; nothing was written.',
  },
  folderGone: {
    title: 'That folder is not there any more',
    hint: 'It was moved or removed, or its disk is not connected. Choose another one; nothing was written.',
  },
  exportForgotten: {
    title: 'The export cannot go on',
    hint: 'Another one was begun since, or the library changed under it. Export again; nothing was left half written.',
  },
} as const;
