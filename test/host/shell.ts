import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { named } from './missing.ts';

const openers: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  win32: 'explorer',
  linux: 'xdg-open',
};

const host: Pick<Shell, 'openExternal'> = {
  openExternal(url) {
    return new Promise((resolve, reject) => {
      const opener = spawn(openers[process.platform] ?? 'xdg-open', [url], {
        detached: true,
        stdio: 'ignore',
      });
      opener.on('error', reject);
      opener.on('spawn', () => {
        opener.unref();
        resolve();
      });
    });
  },
};

/** What the app's code gets as `electron.shell`. */
export const shell = named('shell', host);
