import type { FileDialogs } from '../../electron/services/file-dialogs.ts';

/** Where nobody is asked for a file. */
export const noDialogs: FileDialogs = {
  chooseNewFile: () => Promise.resolve(null),
  chooseFile: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  openFolder: () => Promise.resolve(null),
  showFile: () => null,
  relaunch: () => undefined,
};
