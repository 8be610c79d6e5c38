import type { Clipboard } from 'electron';
import { named } from './missing.ts';

let text = '';

const host: Pick<Clipboard, 'readText' | 'writeText' | 'clear'> = {
  readText: () => Promise.resolve(text),
  writeText(written) {
    text = written;
    return Promise.resolve();
  },
  clear: () => void (text = ''),
};

/** What the app's code gets as `electron.clipboard`: one of the host's own, so tests leave the person's alone. */
export const clipboard = named('clipboard', host);
