import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { en } from '../../shared/locales/en.ts';
import { faults } from '../support/roblox-faults.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test as demo } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { follow, test } from './stand-in.ts';

const collectibles = `/inventory/v1/users/${smallAccount.userId}/assets/collectibles`;
const noPage = { previousPageCursor: null, nextPageCursor: null, data: [] };

const tile = (page: Page) => page.getByTestId('item-tile');
const namesOf = (page: Page) => page.getByTestId('item-name').allTextContents();

async function openCollectibles(page: Page): Promise<void> {
  await page.getByTestId('collectibles-link').click();
  await page.getByTestId('collectibles-view').waitFor();
}

/** What axe finds of every tab, in the look the page has now. */
async function tabViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const tab of ['copies', 'items', 'history', 'movers']) {
    await page.getByTestId(`tab-${tab}`).click();
    const shown = { copies: 'item-tile', items: 'fold', history: 'day-chart', movers: 'mover' }[tab] ?? '';
    await page.getByTestId(shown).first().waitFor();
    found.push(...(await axeViolations(page)).map((one) => `${tab}: ${one}`));
  }
  return found;
}

demo(
  'a copy, an order, a fold, a point of the chart or a mover that only a mouse reaches, or keeps somebody out',
  async ({ app: { page } }) => {
    demo.setTimeout(120_000);
    await page.getByTestId('explore-demo').click();
    await openCollectibles(page);
    await tile(page).first().waitFor();
    await expect(page.getByTestId('collectible-count')).toHaveText('2,000 copies');
    await page.getByTestId('column-serial').click();
    await expect(tile(page).first().locator('.serial')).toHaveText('#1');
    await page.keyboard.press('/');
    const [name = ''] = await namesOf(page);
    await page.keyboard.type(name);
    await expect(page.getByTestId('collectible-count')).toHaveText(/match/);
    await page.keyboard.press('ArrowDown');
    await expect(tile(page).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('details-name')).toHaveText(name);
    // Its page, and back to what was looked for.
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByTestId('item-page-name')).toHaveText(name);
    await page.goBack();
    await expect(page.getByTestId('search-field')).toHaveValue(name);
    await expect(page.getByTestId('collectible-count')).toHaveText(/match/);
    await expect(tile(page).first()).toBeFocused();

    await page.getByTestId('tab-items').click();
    const first = page.locator('[role="row"][data-index="0"]');
    await expect(first).toHaveAttribute('aria-expanded', 'false');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect(first).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('[role="row"][aria-level="2"]').first()).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[role="row"][aria-level="2"]')).toHaveCount(0);
    await page.getByTestId('search-field').fill('');

    await page.getByTestId('tab-history').click();
    await expect(page.getByTestId('history-notes')).toContainText('made up');
    const chart = page.getByTestId('day-chart');
    await chart.focus();
    const newest = await chart.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('chart-tip')).toBeVisible();
    const before = (await chart.getAttribute('aria-valuetext')) ?? '';
    expect(before).toMatch(/^\w+ \d+, \d{4}: [\d,]+ Robux, [\d,]+ copies$/);
    expect(before).not.toBe(newest);
    await page.keyboard.press('End');
    await expect(chart).toHaveAttribute('aria-valuetext', newest ?? '');
    // The canvas keeps to the window.
    const width = () => page.locator('.uplot canvas').evaluate((canvas) => canvas.clientWidth);
    const wide = await width();
    await page.setViewportSize({ width: 900, height: 700 });
    await expect.poll(width).toBeLessThan(wide);
    await page.getByTestId('history-shape-table').click();
    await expect(page.getByTestId('history-table')).toContainText('No complete refresh');

    await page.getByTestId('tab-movers').click();
    const month = await page.getByTestId('mover-compared').innerText();
    await page.getByTestId('mover-days-all').click();
    await expect(page.getByTestId('mover-compared')).not.toHaveText(month);
    await expect(page.getByTestId('movers-lost').getByTestId('mover').first()).toBeVisible();
    const mover = page.getByTestId('movers-up').getByTestId('mover').first();
    const moved = await mover.locator('.name').textContent();
    await mover.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('details-name')).toHaveText(moved ?? '');
    await page.getByTestId('details-close').click();

    await page.getByTestId('tab-history').click();
    await page.getByTestId('history-shape-chart').click();
    expect(await tabViolations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await tabViolations(page), 'forced colours').toEqual([]);
  },
);

test('a refusal, a limit or no network that takes away what was read, or is not said; offline from a cold start without it', async ({
  server,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'satchel-collectibles-'));
  const env = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_USER_DATA: folder };
  const first = await launchApp({ env });
  const { page } = first;
  await follow(page, smallAccount.name);
  await openCollectibles(page);
  await tile(page).first().waitFor();
  const names = await namesOf(page);
  expect(names).toHaveLength(smallAccount.inventory.collectibles.length);
  const value = await page.getByTestId('collectible-value').innerText();

  for (const [fault, banner, words] of [
    [faults.refusal(400, 5, 'Invalid asset type'), 'error-banner', en.errors.assetTypeInvalid.title],
    [faults.refusal(400, 1), 'error-banner', en.errors.userNotFound.title],
    [faults.refusal(403, 11), 'account-banner', 'saved before stays here'],
    [faults.tooManyRequests(60), 'error-banner', 'Asks again in'],
  ] as const) {
    server.clear();
    server.fail(collectibles, fault);
    await page.getByTestId('refresh-button').click();
    await expect(page.getByTestId(banner)).toContainText(words);
    expect(await namesOf(page)).toEqual(names);
    expect(await axeViolations(page), words).toEqual([]);
  }
  await first.close();
  await server.close();

  const second = await launchApp({ env });
  await openCollectibles(second.page);
  await tile(second.page).first().waitFor();
  expect(await namesOf(second.page)).toEqual(names);
  await expect(second.page.getByTestId('collectible-value')).toHaveText(value);
  await expect(second.page.getByTestId('collectible-age')).toContainText('Updated');
  await second.page.getByTestId('tab-history').click();
  await expect(second.page.getByTestId('history-notes')).toContainText('So far one day is kept');
  await second.page.getByTestId('tab-movers').click();
  await expect(second.page.getByTestId('state')).toContainText('Two kept days are needed');
  expect(await axeViolations(second.page)).toEqual([]);
  // The copies can be fetched again; the days that were kept cannot.
  await second.page.evaluate(
    (accountId) => (window as unknown as Bridge).satchel.request('library.clearAccount', { accountId }),
    smallAccount.userId,
  );
  await second.page.getByTestId('tab-copies').click();
  await expect(second.page.getByTestId('state')).toHaveAttribute('data-state', 'error');
  await second.page.getByTestId('tab-history').click();
  await expect(second.page.getByTestId('history-notes')).toContainText('So far one day is kept');
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing owned, nothing shown or nothing read passing for each other, or one account left out of all', async ({
  app: { page },
  server,
}) => {
  server.fail(collectibles, faults.status(200, noPage));
  await follow(page, smallAccount.name);
  await openCollectibles(page);
  await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'empty');
  await expect(page.getByTestId('state')).toContainText('No limiteds here');
  expect(await axeViolations(page)).toEqual([]);

  server.fail(/assets\/collectibles$/, faults.refusal(403, 11));
  await page.evaluate(
    (text) => (window as unknown as Bridge).satchel.request('accounts.follow', { text }),
    richAccount.name,
  );
  await openCollectibles(page);
  await expect(page.getByTestId('state')).toContainText(en.errors.inventoryHidden.title);
  expect(await axeViolations(page)).toEqual([]);
  server.clear();
  await page.getByTestId('refresh-button').click();
  await tile(page).first().waitFor();
  await expect(page.getByTestId('error-banner')).toHaveCount(0);
  await expect(page.getByTestId('account-banner')).toHaveCount(0);
  await page.evaluate(() =>
    (window as unknown as Bridge).satchel.request('accounts.select', { scope: 'all' }),
  );
  await openCollectibles(page);
  await expect(page.getByTestId('account-share')).toHaveCount(2);
  await expect(page.getByTestId('account-share').first()).toContainText('100% of the value');
  await expect(page.getByTestId('owners').first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

interface Bridge {
  readonly satchel: { request(name: string, input: object): Promise<unknown> };
}
