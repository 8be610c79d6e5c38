import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runChild } from './child.mjs';

const debianPackages = [
  // Stands in where Electron's own binary cannot be had, and brings the libraries both need; a display where there is
  // none; the emoji that names at Roblox are full of.
  'chromium',
  'xvfb',
  'fonts-noto-color-emoji',
  // keytar is compiled against the secret service's library where its prebuilt file cannot be had.
  'libsecret-1-dev',
  'pkg-config',
  'python3',
  'make',
  'g++',
  // The keychain itself, and the bus it listens on, for tests and for desktops that come without one.
  'gnome-keyring',
  'dbus',
];

/** Installs the system libraries that are missing, or says which line installs them. Debian and Ubuntu only. */
export async function installLibraries() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = debianPackages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0)
    throw new Error(`Some system libraries are missing. Run this once:\n\n  sudo sh -c '${line}'\n`);
  process.stderr.write(`Installing system libraries: ${missing.join(' ')}\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, output } = await runChild('sh', ['-c', line], { env: environment });
  if (status !== 0) throw new Error(`System libraries could not be installed:\n${output.slice(-4000)}`);
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return stdout.includes('install ok installed');
}
