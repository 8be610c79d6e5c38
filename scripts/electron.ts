import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostDescription } from '../test/host/chromium.ts';

export interface Runtime {
  readonly kind: 'electron' | 'chromium-host';
  /** What to run, and the arguments before the app's own. */
  readonly command: string;
  readonly args: readonly string[];
  /** One line for a person. */
  readonly description: string;
}

const electronFolder = join('node_modules', 'electron');

/** Electron's own binary when it is there, else the Chromium host. */
export function findRuntime(): Runtime {
  const pathFile = join(electronFolder, 'path.txt');
  const binary = existsSync(pathFile)
    ? join(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim())
    : undefined;
  if (!binary || !existsSync(binary)) {
    return {
      kind: 'chromium-host',
      command: process.execPath,
      args: ['--import', './test/host/register.ts'],
      description: hostDescription(),
    };
  }
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  // Chromium refuses to sandbox itself for root; nobody but a container runs a desktop app as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { kind: 'electron', command: binary, args, description: `Electron ${version}` };
}
