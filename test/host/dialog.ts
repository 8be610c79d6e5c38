import type { Dialog } from 'electron';
import { named } from './missing.ts';

const host: Pick<Dialog, 'showErrorBox'> = {
  // Electron too writes it to stderr where it cannot show a box.
  showErrorBox(title, content) {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

/** What the app's code gets as `electron.dialog`. */
export const dialog = named('dialog', host);
