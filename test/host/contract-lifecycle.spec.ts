import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test, expect } from 'playwright/test';
import { appCommand, installedHost } from '../e2e/launch-app.ts';
import { expectNothingLeft, fixtureMain, launchFixture, processesOf, readNotes } from './fixture-app.ts';

const isHost = installedHost() === 'chromium-host';

test('a second instance tells the first and ends, or two apps would write one data folder', async () => {
  const app = await launchFixture();
  const [command, args] = appCommand(fixtureMain);
  const second = spawn(command, [...args, 'second'], {
    env: { ...process.env, SATCHEL_USER_DATA: app.userData },
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => readNotes(app)).toContain(`second-instance second ${process.cwd()}`);
  expect(app.windows()).toHaveLength(1);
  await app.close();
});

test('waiting for ready at the top level of the main module ends the app, or the mistake would go unseen', async () => {
  test.skip(!isHost, 'Electron waits for ever without a word');
  await expect(launchFixture({ env: { FIXTURE_WAITS_AT_TOP_LEVEL: '1' } })).rejects.toThrow('(13)');
});

test.describe('no process is left behind', () => {
  test.skip(process.platform !== 'linux', 'Processes are found through /proc');

  test('after quit, or every start would cost memory for good', async () => {
    const app = await launchFixture();
    expect(processesOf(app.userData).length).toBeGreaterThan(1);
    await app.evaluate(({ app: running }) => void setImmediate(() => running.quit()));
    await expectNothingLeft(app.userData);
    await app.close();
  });

  test('after the window was closed, or an app nobody sees would run on', async () => {
    const app = await launchFixture();
    await app.page.close();
    await expectNothingLeft(app.userData);
    await app.close();
  });

  test('after a relaunch but the one that was begun in its place, with its folder, or nobody would have an app', async () => {
    const app = await launchFixture();
    const old = processesOf(app.userData);
    await app.evaluate(({ app: running }) => {
      running.relaunch();
      setImmediate(() => running.quit());
    });
    const begun = () => processesOf(app.userData).filter((id) => !old.includes(id));
    // A window of its own: the lock of the first did not turn it away.
    await expect.poll(() => begun().length).toBeGreaterThan(1);
    await expect.poll(() => processesOf(app.userData).filter((id) => old.includes(id))).toEqual([]);
    process.kill(Math.min(...begun().map(Number)), 'SIGTERM');
    await expectNothingLeft(app.userData);
    await app.close();
  });

  test('after SIGTERM, or stopping the start script would not stop the app', async () => {
    const app = await launchFixture();
    process.kill(app.pid, 'SIGTERM');
    await expectNothingLeft(app.userData);
    await app.close();
  });

  test('after SIGKILL, or tests of crashes would pile up browsers', async () => {
    const app = await launchFixture();
    await app.kill();
    await expectNothingLeft(app.userData);
  });
});

// Only the real binary can prove these; they stand here so that nobody takes the host's silence for a yes.
const onlyElectron = [
  ['fuses are set as packaged', 'the host has no binary to carry fuses'],
  [
    'a preload in the real sandbox can require nothing but electron',
    "the host's preload runs in a world of Chromium's, without Electron's sandbox",
  ],
  [
    "the session lives in the operating system's keychain of a packaged app",
    'the host runs unpackaged and in Node',
  ],
  [
    'app.isPackaged is true in the installed app, and loopback stand-ins are compiled out',
    'nothing is packaged here',
  ],
  ['menus show on screen with their roles and keys', 'an app window of Chromium has no menu bar'],
] as const;
for (const [title, reason] of onlyElectron) {
  test.skip(`${title} (not on the host: ${reason})`, () => undefined);
}
