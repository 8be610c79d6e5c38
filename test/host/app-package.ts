import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What the app's package.json says about it. */
export type AppPackage = { folder: string; name: string; version: string };

/** The file Node was started with; for a folder, the `main` of its package.json. */
export function findEntry(): string {
  const given = process.argv[1];
  if (!given) throw new Error('The Chromium host was given no app to run');
  return createRequire(import.meta.url).resolve(resolve(given));
}

/** The nearest package.json above the entry. */
export function readAppPackage(entry: string): AppPackage {
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { productName, name, version } = JSON.parse(text) as Record<string, string | undefined>;
  return { folder, name: productName ?? name ?? '', version: version ?? '' };
}

/** Where the platform keeps the configuration of apps. */
export function configurationFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
