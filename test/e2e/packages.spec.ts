import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { en } from '../../shared/locales/en.ts';
import { faults } from '../support/roblox-faults.ts';
import { axeViolations } from './axe-violations.ts';
import { exportTo } from './choose-file.ts';
import { expect, test as demoTest } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';
import { follow, test } from './stand-in.ts';

const bodyParts = 'own/Bundle/1/';
const packages = 'own/AssetType/32/';
const { errors } = en;

/** As a link within the window would. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#${path}`);
}

demoTest.describe('what contains others', () => {
  demoTest(
    'a bundle that does not say what it contains, what of it is whose, or keeps somebody out',
    async ({ app }, info) => {
      const { page } = app;
      demoTest.setTimeout(90_000);
      await page.getByTestId('explore-demo').click();
      await openCategory(page, bodyParts);
      await page.getByTestId('item-tile').first().dblclick();
      const contents = page.getByTestId('contents');
      await expect(contents).toContainText('6 of 7 owned');
      expect(await axeViolations(page), 'in the panel').toEqual([]);
      await page.getByTestId('missing-only').check();
      await expect(page.getByTestId('contents-part')).toHaveCount(1);
      const missing = page.getByTestId('contents-part').locator('button');
      const name = await missing.locator('.name').innerText();
      const bundle = await page.getByTestId('details-name').innerText();
      await missing.click();
      await expect(page.getByTestId('details-name')).toHaveText(name);
      await expect(page.getByTestId('details-owned')).toHaveText('Not owned');
      await page.getByTestId('part-of').getByText(bundle).click();
      await expect(page.getByTestId('details-name')).toHaveText(bundle);

      // The panel has the focus: Enter once more opens all of it.
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('item-page-name')).toHaveText(bundle);
      await expect(page.getByTestId('details-panel')).toHaveCount(0);
      await expect(contents).toContainText('6 of 7 owned');
      await expect(page.getByTestId('account-item')).toHaveCount(3);
      expect(await axeViolations(page), 'on the page').toEqual([]);
      await page.keyboard.press('ControlOrMeta+Shift+E');
      await expect(page.getByTestId('export-list')).toContainText(bundle);
      await page.getByTestId('export-format-json').click();
      await exportTo(app, info.outputPath('holdings.json'));
      expect(JSON.parse(readFileSync(info.outputPath('holdings.json'), 'utf8'))).toMatchObject({
        holdings: [{ name: bundle, state: 'owned', copies: 1 }, {}, {}],
      });

      // All of it without a network too, and one that was never seen says so.
      await page.getByTestId('offline-toggle').click();
      await page.getByTestId('contents-part').first().locator('button').click();
      await expect(page.getByTestId('part-of')).toContainText(bundle);
      await page.keyboard.press('Alt+ArrowLeft');
      await expect(contents).toContainText('6 of 7 owned');
      await goTo(page, '/item/Asset/12');
      await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'offline');
      expect(await axeViolations(page), 'unknown, offline').toEqual([]);
      await goTo(page, '/item/Hat/12');
      await expect(page.getByTestId('state')).toContainText('This is no item');
      expect(await axeViolations(page), 'no item').toEqual([]);
    },
  );
});

demoTest(
  'going through a search page by page ending elsewhere, and the way back losing the place',
  async ({ app: { page } }) => {
    await page.getByTestId('explore-demo').click();
    await openCategory(page, hats);
    await page.getByTestId('search-field').fill('crown');
    await expect(page.getByTestId('item-name').first()).toContainText(/crown/i);
    const list = page.locator('[data-scroll-place]');
    await list.hover();
    await page.mouse.wheel(0, 700);
    const tile = page.getByTestId('item-tile').filter({ visible: true }).nth(14);
    await tile.click();
    const at = Number(await tile.getAttribute('data-index'));
    const scrollTop = await list.evaluate((element) => element.scrollTop);
    await page.keyboard.press('ControlOrMeta+Enter');
    const place = page.getByTestId('item-place');
    await expect(place).toContainText(`${at + 1} of`);
    const first = await page.getByTestId('item-page-name').innerText();
    await page.keyboard.press(']');
    await expect(place).toContainText(`${at + 2} of`);
    await expect(page.getByTestId('item-page-name')).not.toHaveText(first);
    await page.getByTestId('item-previous').click();
    await expect(page.getByTestId('item-page-name')).toHaveText(first);
    await page.getByTestId('item-next').click();
    await expect(place).toContainText(`${at + 2} of`);
    await page.getByTestId('item-back').click();
    await expect(page.getByTestId('search-field')).toHaveValue('crown');
    await expect(page.locator(`[data-index="${at + 1}"]`)).toBeFocused();
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(scrollTop);
    // Any item can be gone to by name; what the palette found is no list to go through.
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByTestId('palette-search').fill('visored helm');
    await page.getByTestId('palette-option').filter({ hasText: 'Visored Helm' }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByTestId('item-page-name')).toContainText('Visored Helm');
    await expect(place).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('search-field')).toHaveValue('crown');
    // Chosen anew, the category is as ever.
    await tile.click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(place).toBeVisible();
    await openCategory(page, hats);
    await expect(page.getByTestId('search-field')).toHaveValue('');
  },
);

test('a refusal of Roblox without its sentence, or taking along what was known', async ({
  app: { page },
  server,
}) => {
  test.setTimeout(90_000);
  await follow(page, richAccount.name);
  const state = page.getByTestId('state');
  const refusals = [
    ['Asset', 400, 7, 'assetNotFound'],
    ['Asset', 400, 6, 'itemTypeUnknown'],
    ['Asset', 400, 1, 'userNotFound'],
    ['GamePass', 400, 5, 'gamePassNotFound'],
    ['Badge', 400, 10, 'badgeNotFound'],
    ['Asset', 403, 4, 'inventoryHidden'],
    ['GamePass', 403, 9, 'gamePassElsewhere'],
    ['Asset', 429, 0, 'rateLimited'],
  ] as const;
  for (const [index, [type, status, code, expected]] of refusals.entries()) {
    server.clear();
    server.fail(/\/items\//, faults.refusal(status, code));
    await goTo(page, `/item/${type}/${index + 12}`);
    await expect(state.filter({ hasText: errors[expected].title })).toContainText(errors[expected].hint);
  }
  server.clear();
  server.fail('/catalog/v1/bundles/', faults.refusal(400, 1));
  await goTo(page, `/item/Bundle/${richAccount.inventory.bundles[0]?.[0]?.id}`);
  await expect(page.getByTestId('contents-gone')).toContainText(errors.bundleNotFound.title);
});

test('a package that is gone, or answers that cannot be read, without a sentence', async ({
  app: { page },
  server,
}) => {
  await follow(page, richAccount.name);
  await openCategory(page, packages);
  const tiles = page.getByTestId('item-tile');
  const problem = page.getByTestId('package-error');
  server.fail('/inventory/v1/packages/', faults.html());
  await tiles.nth(0).dblclick();
  await expect(problem).toContainText(errors.answerMalformed.title);
  await expect(page.getByTestId('details-owned')).toHaveText('Owned');
  server.clear();
  await problem.getByRole('button').click();
  await expect(page.getByTestId('contents')).toContainText('of 6 owned');
  await expect(problem).toHaveCount(0);
  server.fail('/inventory/v1/packages/', faults.refusal(404, 0, 'NotFound'));
  await tiles.nth(1).click();
  await expect(page.getByTestId('contents-gone')).toContainText(errors.packageNotFound.title);
  await expect(page.getByTestId('details-owned')).toHaveText('Owned');
  server.clear();
  server.fail('/inventory/v1/packages/', faults.wrongType({ assetIds: [] }));
  await tiles.nth(2).click();
  await expect(page.getByTestId('contents-empty')).toBeVisible();
});
