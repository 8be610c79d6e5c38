import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium the host opens: `SATCHEL_CHROMIUM`, or the first one installed. Throws with what to do when there is none. */
export function findChromium(): string {
  const wanted = process.env['SATCHEL_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = wanted ? [wanted] : [...onPath, ...elsewhere];
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    wanted
      ? `SATCHEL_CHROMIUM names no file: ${wanted}`
      : 'No Chromium is installed. Install the package chromium, or name one in SATCHEL_CHROMIUM.',
  );
}

/** Whether the host opens no visible window: there is no display, or `SATCHEL_HEADLESS=1`. */
export function isHeadless(): boolean {
  if (process.env['SATCHEL_HEADLESS'] === '1') return true;
  if (process.platform !== 'linux') return false;
  return !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** One line for a person: what runs in place of Electron. Asks Chromium for its version, a few dozen milliseconds. */
export function hostDescription(): string {
  const path = findChromium();
  const version = /\d+(\.\d+)+/.exec(
    execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
  );
  const display = isHeadless() ? 'no window' : 'window';
  return `Chromium host: Chromium ${version?.[0] ?? ''} (${path}, ${display}) with Node ${process.versions.node} in place of Electron`;
}
