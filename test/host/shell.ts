import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Shell } from 'electron';
import { named } from './missing.ts';

const openers: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  win32: 'explorer',
  linux: 'xdg-open',
};

function open(what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opener = spawn(openers[process.platform] ?? 'xdg-open', [what], {
      detached: true,
      stdio: 'ignore',
    });
    opener.on('error', reject);
    opener.on('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}

const host: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'> = {
  openExternal: (url) => open(url),
  openPath: (path) =>
    open(path).then(
      () => '',
      (thrown: unknown) => String(thrown),
    ),
  // Selecting one file in a folder is the system's own; the folder is what every system can show.
  showItemInFolder: (path) => void open(dirname(path)).catch(() => undefined),
};

/** What the app's code gets as `electron.shell`. */
export const shell = named('shell', host);
