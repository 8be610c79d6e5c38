import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';

const installStamp = join('node_modules', '.satchel-install');
const electronStamp = join('node_modules', '.cache', 'satchel-electron');
const buildStamp = join('out', '.built-from');
const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package.json'];
const electronTimeoutMs = 120_000;

/** Runs `npm ci` when the lockfile is not the one installed from. */
export async function installPackages() {
  const wanted = hashOf(['package-lock.json']);
  if (read(installStamp) === wanted) return;
  process.stderr.write('Installing packages\n');
  const { status } = await runChild('npm', ['ci', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('The packages could not be installed: see above. Check the connection and try again.');
  writeFileSync(installStamp, wanted);
}

/** Tries once for Electron's own binary, in bounded time, and remembers the outcome for this version. */
export async function fetchElectron() {
  if (existsSync(join('node_modules', 'electron', 'path.txt'))) return;
  const { version } = JSON.parse(readFileSync(join('node_modules', 'electron', 'package.json'), 'utf8'));
  if (read(electronStamp) === version) return;
  process.stderr.write(`Fetching Electron ${version}\n`);
  await runChild(process.execPath, [join('node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: electronTimeoutMs,
  });
  mkdirSync(join('node_modules', '.cache'), { recursive: true });
  writeFileSync(electronStamp, version);
}

/** Builds the bundles when a source changed since the last build. */
export async function build(node) {
  const wanted = hashOf(sources);
  if (read(buildStamp) === wanted) return;
  process.stderr.write('Building\n');
  const vite = join('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, output } = await runChild(node, [vite, 'build', '--logLevel=warn']);
  if (status !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(buildStamp, wanted);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = safeList(path);
  return entries ? entries.flatMap((name) => filesIn(join(path, name))) : [path];
}

function safeList(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
