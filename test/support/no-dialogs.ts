import type { FileDialogs } from '../../electron/services/exchange-services.ts';

/** Where nobody is asked for a file. */
export const noDialogs: FileDialogs = {
  chooseNewFile: () => Promise.resolve(null),
  showFile: () => null,
};
