import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { faults } from '../support/roblox-faults.ts';
import { launchApp, type App } from './launch-app.ts';
import { exportTo } from './choose-file.ts';
import { expect } from './fixtures.ts';
import { follow, test } from './stand-in.ts';
import { violations } from './violations.ts';

const hats = /\/v2\/users\/\d+\/inventory\/8$/;

interface HatRow {
  readonly assetId: number;
  readonly assetName: string;
}

/** Opens all items and waits until every list was read. */
async function refreshEverything(page: Page): Promise<void> {
  await page.locator(`[data-testid="category"][data-key="${allItemsKey}"]`).click();
  await page.getByTestId('item-tile').first().waitFor();
  const button = page.getByTestId('refresh-button');
  await expect(button).toBeEnabled({ timeout: 30_000 });
}

test('a theft goes unnoticed, is told too early, twice, or is forgotten at the next start', async ({
  server,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'satchel-timeline-'));
  const env = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_USER_DATA: folder };
  let app: App = await launchApp({ env });
  let { page } = app;
  await follow(page, smallAccount.name);
  await refreshEverything(page);
  await page.getByTestId('timeline-link').click();
  await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'empty');
  expect(await violations(page)).toEqual([]);

  const { data } = (await fetch(
    `${server.origin}/inventory/v2/users/${smallAccount.userId}/inventory/8?limit=10&sortOrder=Desc`,
  ).then((answer) => answer.json())) as { data: [HatRow] };
  const [taken] = data;
  server.fail(
    hats,
    faults.without((assetId) => assetId === taken.assetId),
  );
  server.fail(
    `/inventory/v1/users/${smallAccount.userId}/items/Asset/${taken.assetId}/`,
    faults.status(200, false),
  );
  await refreshEverything(page);
  await page.getByTestId('refresh-button').click();
  await expect(page.getByTestId('loss-banner')).toContainText(taken.assetName, { timeout: 30_000 });
  await expect(page.getByTestId('timeline-badge')).toContainText('1');

  // It stays until somebody dismisses it, the next start included.
  await app.close();
  app = await launchApp({ env });
  page = app.page;
  await page.getByTestId('loss-show').click();
  const entry = page.locator('[data-testid="timeline-entry"][data-kind="lost"]');
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(taken.assetName);
  expect(await violations(page)).toEqual([]);
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('details-name')).toHaveText(taken.assetName);
  await page.keyboard.press('Escape');
  await expect(entry).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('item-page-name')).toHaveText(taken.assetName);
  await page.getByTestId('item-back').click();
  await expect(entry).toBeFocused();
  await page.getByTestId('loss-dismiss').click();
  await expect(page.getByTestId('loss-banner')).toHaveCount(0);
  await expect(page.getByTestId('timeline-badge')).toHaveCount(0);

  await refreshEverything(page);
  await page.getByTestId('refresh-button').click();
  await expect(page.getByTestId('refresh-button')).toBeEnabled({ timeout: 30_000 });
  await page.getByTestId('timeline-link').click();
  await expect(entry).toHaveCount(1);
  await expect(page.getByTestId('loss-banner')).toHaveCount(0);
  await app.close();
  app = await launchApp({ env });
  await app.page.getByTestId('timeline-link').click();
  await expect(app.page.locator('[data-testid="timeline-entry"]')).toHaveCount(1);
  await expect(app.page.getByTestId('loss-banner')).toHaveCount(0);

  const file = join(folder, 'told.csv');
  await app.page.getByTestId('export-button').click();
  await expect(app.page.getByTestId('export-list')).toContainText('All that passes the filter');
  await exportTo(app, file);
  await expect(app.page.getByTestId('toast').last()).toContainText('1 row');
  expect(readFileSync(file, 'utf8')).toContain(`,Lost,${taken.assetName},Asset,${taken.assetId},`);
  expect(app.problems()).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
