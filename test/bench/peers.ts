import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { benchFolder } from './library/prepared-library.ts';

const folder = import.meta.dirname;
const pages = join(folder, 'pages');
const stamp = join(folder, 'node_modules', '.bench-install');
const installTimeoutMs = 120_000;

export type PeerPage = 'blank' | 'scroller' | 'minisearch';

/** The folder of a peer's built page. What it needs is installed first, beside the bench and in bounded time. */
export async function preparePeer(page: PeerPage): Promise<string> {
  installPeers();
  const outDir = join(benchFolder, 'pages', page);
  const built = join(outDir, '.built-from');
  const wanted = hashOf([join(folder, 'package-lock.json'), join(pages, 'grid.css'), ...filesOf(page)]);
  if (existsSync(built) && readFileSync(built, 'utf8') === wanted) return outDir;
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(pages, page),
    // One Vue for the page and its package: the project's own.
    resolve: { dedupe: ['vue'] },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'esnext' },
  });
  writeFileSync(built, wanted);
  return outDir;
}

function installPeers(): void {
  const wanted = hashOf([join(folder, 'package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what Satchel is measured against');
  const { status } = spawnSync(
    'npm',
    ['ci', '--legacy-peer-deps', '--omit=peer', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: installTimeoutMs,
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('The peers could not be installed: see above');
  writeFileSync(stamp, wanted);
}

function filesOf(page: PeerPage): string[] {
  return readdirSync(join(pages, page)).map((name) => join(pages, page, name));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
