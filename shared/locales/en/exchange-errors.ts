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
  backupEmpty: {
    title: 'That file is empty',
    hint: 'It has 0 bytes: the copy of it may have been cut short. Choose another backup; nothing was changed.',
  },
  backupUnreadable: {
    title: 'That is not a backup of Satchel',
    hint: 'It belongs to another app, or was changed by one. Choose a file that ends in .satchel; nothing was changed.',
  },
  backupNewer: {
    title: 'That backup comes from a newer Satchel',
    hint: 'Install the newest version to restore it. Nothing was changed.',
  },
  backupDamaged: {
    title: 'That backup is damaged',
    hint: 'It is not what was written when it was made: bits of it changed, or its end is missing. Choose another one; nothing was changed.',
  },
  backupTooLarge: {
    title: 'That file is larger than any backup',
    hint: 'Satchel restores up to 16 GB. Nothing was changed.',
  },
  backupForgotten: {
    title: 'Look at the backup once more',
    hint: 'Another one was looked at since, or it was restored already. Choose the file again; nothing was changed.',
  },
  restoreBusy: {
    title: 'The library is changing just now',
    hint: 'Wait until what is under way is done, or work offline, then restore again. Nothing was changed.',
  },
  changeRestored: {
    title: 'It came back with a backup',
    hint: 'It waited for Roblox when the backup was made. Try it again if you still want it, or discard it.',
  },
} as const;
