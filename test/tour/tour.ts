import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostDescription } from '../host/chromium.ts';
import { withoutKeychain } from '../e2e/keychain.ts';
import { launchApp } from '../e2e/launch-app.ts';
import { repository } from '../e2e/running-app.ts';
import { Guide } from './guide.ts';
import { inventoryCalls, writeReport } from './report.ts';
import { startRobloxServer } from '../support/roblox-server.ts';
import { tourAccounts } from './account-steps.ts';
import { takeTour } from './steps.ts';

// Drives the real app through its main job on the demo account, without a person and without a network.
const startedAt = Date.now();
const folder = join(repository, 'out', 'tour');
// Whom the tour follows lives on a server that stands in for Roblox; the demo stays in the app.
const server = await startRobloxServer({ accounts: tourAccounts, limitFactor: 100 });
const app = await launchApp({
  size: { width: 1360, height: 860 },
  colorScheme: 'light',
  env: { SATCHEL_ROBLOX_ORIGIN: server.origin, ...withoutKeychain },
});
try {
  const guide = new Guide(app, folder);
  const found = await takeTour(guide, server);
  const endpoints = await inventoryCalls(app);
  const seconds = (Date.now() - startedAt) / 1000;
  writeReport(folder, {
    steps: guide.steps,
    endpoints,
    ...found,
    host: app.host,
    versions: await readVersions(),
    seconds,
    problems: app.problems(),
  });
  for (const { name, calls, lastStatus } of endpoints)
    console.log(`    ${name.padEnd(24)} ${calls} calls, last ${lastStatus}`);
  const uncalled = endpoints.filter(({ calls }) => calls === 0);
  for (const problem of app.problems()) console.error(problem);
  if (uncalled.length > 0 || app.problems().length > 0) process.exitCode = 1;
  console.log(`The tour took ${Math.round(seconds)} s: see out/tour/`);
} catch (thrown) {
  await app.page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
  throw thrown;
} finally {
  await app.close();
  await server.close();
}

async function readVersions(): Promise<Record<string, string>> {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    version: string;
  };
  const commit = gitCommit();
  const main = await app.evaluate(() => ({
    node: process.versions.node,
    electron: process.versions['electron'],
  }));
  const browser = app.host === 'electron' ? `Electron ${main.electron}` : hostDescription();
  return { satchel: version, node: main.node, browser, ...(commit ? { commit } : {}) };
}

function gitCommit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
