import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutKeychain } from '../../e2e/keychain.ts';
import { repository } from '../../e2e/running-app.ts';
import { benchFolder, copyLibrary } from '../library/prepared-library.ts';
import type { Row } from '../row.ts';
import { describeRounds, median } from '../statistics.ts';

const rounds = 15;

/** The built main process from its start until its services have answered, without a window; whole processes. */
export const mainLoad: Row = {
  name: 'main-load',
  figures: ['main-load'],
  async measure() {
    const main = prepareMain();
    const userData = copyLibrary(100_000, 'main-load');
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const loaded = await timeNode([main], { SATCHEL_USER_DATA: userData });
      const bare = await timeNode(['-e', '0'], {});
      if (round === 0) continue;
      ours.push(loaded);
      peer.push(bare);
    }
    const note = `ours ${describeRounds(ours)}, node -e 0 ${describeRounds(peer)}; until accounts.list is answered, 100 000 items`;
    return [{ name: 'main-load', ours: median(ours), peer: median(peer), unit: 'ms', limit: 2, note }];
  },
};

/** The main bundle as built, beside an `electron` package that ends the process when the services have answered. */
function prepareMain(): string {
  const folder = join(benchFolder, 'main-load');
  rmSync(folder, { recursive: true, force: true });
  const electron = join(folder, 'node_modules/electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(electron, 'package.json'), '{"name":"electron","main":"index.js","type":"commonjs"}');
  cpSync(join(import.meta.dirname, '../main-load/electron.js'), join(electron, 'index.js'));
  symlinkSync(join(repository, 'node_modules/keytar'), join(folder, 'node_modules/keytar'));
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(repository, 'out', part), join(folder, 'out', part), { recursive: true });
  return join(folder, 'out/main/main.js');
}

async function timeNode(args: readonly string[], env: Record<string, string>): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...withoutKeychain, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The main process ended with ${code ?? 'a signal'}: ${errors.trim()}`);
  return performance.now() - startedAt;
}
