import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { expect } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';
import { follow, test } from './stand-in.ts';
import { violations } from './violations.ts';

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-view').waitFor();
}

test.describe('settings', () => {
  test('a choice that does not show, is not kept, or keeps an account from its place', async ({}, info) => {
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    const app = await launchApp({ env });
    const { page } = app;
    await page.getByTestId('explore-demo').click();
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().waitFor();
    await openSettings(page);
    await page.getByTestId('theme-dark').click();
    await page.getByTestId('density-compact').click();
    await page.getByTestId('refresh-every').selectOption('6');
    await page.getByTestId('refreshes-on-focus').focus();
    await page.keyboard.press('Space');
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(true);
    await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
    await app.close();
    const again = await launchApp({ env });
    await again.page.getByTestId('item-tile').first().waitFor();
    expect(decodeURIComponent(again.page.url())).toContain(hats);
    await expect
      .poll(() => again.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
    await openSettings(again.page);
    await expect(again.page.getByTestId('refresh-every')).toHaveValue('6');
    await expect(again.page.getByTestId('refreshes-on-focus')).toHaveAttribute('aria-checked', 'true');
    await expect(again.page.getByTestId('density-compact').locator('input')).toBeChecked();
    expect([...app.problems(), ...again.problems()]).toEqual([]);
    await again.close();
  });

  test('clearing without asking, or without fetching again what is looked at', async ({ app: { page } }) => {
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().waitFor();
    await openSettings(page);
    const line = page.getByTestId('account-size');
    await expect(line).toContainText('entries');
    await page.getByTestId('clear-account').click();
    await expect(page.getByTestId('clear-dialog')).toContainText('Kept');
    await page.keyboard.press('Escape');
    await expect(line).toContainText('entries');
    await page.getByTestId('clear-account').click();
    await page.getByTestId('confirm-clear').click();
    await expect(page.getByTestId('toast').first()).toContainText('Cleared');
    await page.getByTestId('compact').click();
    await expect(page.getByTestId('toast').last()).toContainText('is now');
    await openCategory(page, hats);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
  });
});

test.describe('activity', () => {
  test('bad rows or requests not told, or not to be copied', async ({ app, server }) => {
    const { page } = app;
    // Before anybody is followed: their first category is read at once.
    server.fail('/inventory/v2', faults.badRows());
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await expect(page.getByTestId('refresh-record').filter({ hasText: 'could not be read' })).toHaveCount(1);
    await page.getByTestId('tab-refreshes').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('problem-record')).toContainText('6 rows could not be read');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('ledger-request').first()).toBeVisible();
    await page.getByTestId('copy-activity').click();
    await expect(page.getByTestId('toast').first()).toContainText('Copied');
    const text = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain('/v2/users/{userId}/inventory/{assetTypeId}');
    expect(text).not.toContain(smallAccount.name);
  });
});

test.describe('Roblox out of reach', () => {
  test('not said, or not come back from by itself', async ({ app: { page }, server }) => {
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().waitFor();
    server.fail('', faults.reset());
    await page.keyboard.press('ControlOrMeta+r');
    await expect(page.getByTestId('unreachable-banner')).toContainText('Since');
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    // Said once, over everything, and not in the view again.
    await expect(page.getByText('Roblox cannot be reached')).toHaveCount(1);
    expect(await violations(page), 'unreachable').toEqual([]);
    server.clear();
    await expect(page.getByTestId('unreachable-banner')).toBeHidden({ timeout: 30_000 });
    await expect(page.getByTestId('error-banner')).toBeHidden();
  });
});

test.describe('a picture Roblox blocks', () => {
  test('not explained, to the eye or to a screen reader', async ({ app: { page }, server }) => {
    server.fail('/thumbnails/v1/batch', async ({ answer, outgoing }) => {
      const { data } = (await (await answer()).json()) as { data: object[] };
      const blocked = data.map((row) => ({ ...row, state: 'Blocked', imageUrl: null }));
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ data: blocked }));
    });
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    const tile = page.getByTestId('item-tile').first();
    await expect(tile.locator('[data-reason="blocked"]')).toBeVisible();
    await expect(tile).toContainText('Roblox has blocked this picture');
    await tile.dblclick();
    await expect(page.getByTestId('details-panel').locator('[data-reason="blocked"]')).toBeVisible();
    await expect(
      page.getByTestId('details-panel').getByText('Roblox has blocked this picture').first(),
    ).toBeVisible();
    expect(await violations(page), 'blocked').toEqual([]);
  });
});

test.describe('a damaged keep.db', () => {
  test('begun anew without saying so loudly', async ({ app }, info) => {
    await app.close();
    const folder = info.outputPath('data');
    const first = await launchApp({ env: { SATCHEL_USER_DATA: folder } });
    await first.page.getByTestId('explore-demo').click();
    await first.page.getByTestId('item-tile').first().waitFor();
    await first.close();
    const path = join(folder, 'keep.db');
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100);
    writeFileSync(path, bytes);
    const { page, close, problems } = await launchApp({ env: { SATCHEL_USER_DATA: folder } });
    await expect(page.getByTestId('keep-lost-banner')).toContainText('keep.set-aside-1.db');
    expect(await violations(page), 'keep lost').toEqual([]);
    await page.getByTestId('keep-lost-banner').getByRole('button').click();
    await expect(page.getByTestId('keep-lost-banner')).toBeHidden();
    expect(readdirSync(folder)).toContain('keep.set-aside-1.db');
    expect(problems()).toEqual([]);
    await close();
  });
});

test.describe('settings and activity', () => {
  test('settings or activity that keep somebody out, by what axe can tell', async ({ app: { page } }) => {
    await page.getByTestId('explore-demo').click();
    await page.getByTestId('item-tile').first().waitFor();
    await openSettings(page);
    await expect(page.getByTestId('account-size').first()).toContainText(/entries|Nothing/);
    expect(await violations(page), 'settings').toEqual([]);
    await page.getByTestId('clear-thumbnails').click();
    await page.getByTestId('clear-dialog').waitFor();
    expect(await violations(page), 'clearing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('activity-link').click();
    for (const tab of ['refreshes', 'problems', 'requests']) {
      await page.getByTestId(`tab-${tab}`).click();
      expect(await violations(page), tab).toEqual([]);
    }
  });
});
