import { cpSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { repository } from './running-app.ts';

test.describe('the first screen', () => {
  test('asking for what it shows, or coming with what another view showed', async ({
    app,
    appOptions,
  }, info) => {
    await app.close();
    const env = { ...appOptions.env, SATCHEL_USER_DATA: info.outputPath('data') };
    const first = await launchApp({ env });
    await exploreDemo(first.page);
    const shown = await first.page.getByTestId('item-name').first().textContent();
    // Where it was left is written down a moment later.
    await first.page.waitForTimeout(1000);
    await first.close();

    const second = await launchApp({ env });
    await expect(second.page.getByTestId('item-name').first()).toHaveText(shown ?? '');
    const questions = await second.page.evaluate(() =>
      Object.keys(JSON.parse(document.querySelector('#first-answers')?.textContent ?? '{}') as object),
    );
    const names = questions.map((question) => question.split(' ')[0]);
    for (const name of ['accounts.list', 'categories.list', 'accounts.place', 'items.list'])
      expect(names).toContain(name);
    // News from before the page listened has reached it: the demo's accounts are signed in after the window opens.
    await second.page.getByTestId('item-tile').first().click();
    await second.page.getByTestId('item-tile').first().click({ button: 'right' });
    await expect(second.page.getByTestId('menu-addToProfileCollection')).toBeEnabled();
    expect(second.problems()).toEqual([]);
    await second.close();
  });

  test('a part that cannot be read opening to nothing, without a word', async ({ app }, info) => {
    await app.close();
    const copy = info.outputPath('app');
    for (const part of ['main', 'preload', 'renderer'])
      cpSync(join(repository, 'out', part), join(copy, 'out', part), { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{"type":"module","name":"satchel","version":"0.0.0"}');
    for (const folder of ['node_modules', 'resources'])
      symlinkSync(join(repository, folder), join(copy, folder), 'junction');
    const assets = join(copy, 'out/renderer/assets');
    const parts = readdirSync(assets).filter((file) => /^DetailsPanel-.*\.js$/.test(file));
    expect(parts).toHaveLength(1);
    for (const part of parts) rmSync(join(assets, part));
    const broken = await launchApp({ main: join(copy, 'out/main/main.js') });
    await exploreDemo(broken.page);
    await expect(broken.page.getByTestId('toast')).toHaveCount(0);
    await broken.page.getByTestId('item-tile').first().dblclick();
    await expect(broken.page.getByTestId('toast')).toContainText('A part of Satchel cannot be loaded');
    await broken.close();
  });
});

async function exploreDemo(page: Page): Promise<void> {
  await page.getByTestId('explore-demo').click();
  await page.getByTestId('item-name').first().waitFor();
}
