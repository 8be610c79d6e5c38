import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { axeViolations } from './axe-violations.ts';
import { collectionLine, createCollection, exploreDemo } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { launchApp, type App } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';

/** What the system's dialogs answer from now on. Nothing is begun in this app's place: the test does that. */
async function choose({ evaluate }: App, path: string): Promise<void> {
  await evaluate(({ app, dialog }, chosen) => {
    app.setPath('documents', app.getPath('userData'));
    app.relaunch = () => undefined;
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-view').waitFor();
}

async function restoreAndQuit({ page, pid, close }: App): Promise<void> {
  // The app ends as soon as it is done, perhaps in the middle of the click.
  await page
    .getByTestId('restore-confirm')
    .click()
    .catch(() => undefined);
  await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 15_000 }).toBe(false);
  await close();
}

test.describe('a backup', () => {
  test.skip(process.platform !== 'linux', 'The end of the app is read from /proc');

  test('not what was there, or gone with what took its place, here or on another computer', async ({}, info) => {
    test.setTimeout(120_000);
    const file = info.outputPath('mine.satchel');
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    const app = await launchApp({ env });
    await choose(app, file);
    await exploreDemo(app.page);
    await createCollection(app.page, 'Hats');
    await openSettings(app.page);
    await expect(app.page.getByTestId('last-backup')).toContainText('There is none yet');
    await app.page.getByTestId('backup-now').click();
    await expect(app.page.getByTestId('toast').last()).toContainText('Wrote “mine.satchel”');
    await expect(app.page.getByTestId('last-backup')).toContainText('mine.satchel');
    await createCollection(app.page, 'Swords');
    await openSettings(app.page);

    const damaged = info.outputPath('damaged.satchel');
    writeFileSync(damaged, readFileSync(file).subarray(0, -1));
    await choose(app, damaged);
    await app.page.getByTestId('backup-restore').click();
    await expect(app.page.getByTestId('toast').last()).toContainText('That backup is damaged');
    await choose(app, file);
    // As well from wherever one is.
    await openCategory(app.page, hats);
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.getByTestId('palette-search').fill('restore a backup');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByTestId('restore-collections')).toHaveText('Collections12');
    await expect(app.page.getByTestId('restore-notes')).toContainText('Marlow');
    await restoreAndQuit(app);

    const again = await launchApp({ env });
    await collectionLine(again.page, 'Hats').waitFor();
    await expect(collectionLine(again.page, 'Swords')).toBeHidden();
    await openSettings(again.page);
    await expect(again.page.getByTestId('backup-restored')).toContainText('before restore.satchel');
    expect(readdirSync(join(env.SATCHEL_USER_DATA, 'backups'))).toHaveLength(1);
    await again.close();

    // A computer on which Satchel has nobody yet.
    const other = { SATCHEL_USER_DATA: info.outputPath('other') };
    const empty = await launchApp({ env: other });
    await choose(empty, file);
    await empty.page.getByTestId('welcome-restore').click();
    await expect(empty.page.getByTestId('restore-accounts')).toHaveText('Accounts30');
    await restoreAndQuit(empty);
    const filled = await launchApp({ env: other });
    await collectionLine(filled.page, 'Hats').waitFor();
    expect([app, again, empty, filled].flatMap(({ problems }) => problems())).toEqual([]);
    await filled.close();
  });
});

test.describe('what is said of backups', () => {
  test('settings or a preview that keep somebody out, by what axe can tell', async ({ app }, info) => {
    const { page } = app;
    const file = info.outputPath('mine.satchel');
    await choose(app, file);
    await exploreDemo(page);
    await openSettings(page);
    await page.getByTestId('backup-every').selectOption('daily');
    await expect(page.getByTestId('last-backup')).toContainText('scheduled.satchel');
    // A folder that is not there: it says so, and goes on.
    await choose(app, info.outputPath('gone'));
    await page.getByTestId('backup-choose-folder').click();
    await expect(page.getByTestId('backup-folder')).toContainText('gone');
    expect(await axeViolations(page), 'settings').toEqual([]);
    await choose(app, file);
    await page.getByTestId('backup-now').click();
    await expect(page.getByTestId('last-backup')).toContainText('mine.satchel');
    await page.getByTestId('backup-restore').click();
    await page.getByTestId('restore-dialog').waitFor();
    expect(await axeViolations(page), 'a preview').toEqual([]);
  });
});
