import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import type { ErrorCode } from '../../shared/errors.ts';
import { en } from '../../shared/locales/en.ts';
import { faults } from '../support/roblox-faults.ts';
import { exportTo } from './choose-file.ts';
import { expect } from './fixtures.ts';
import { openCategory } from './open-category.ts';
import { test } from './stand-in.ts';

const changes = '/inventory/v1/collections/items/';
const whyNotIn: readonly [status: number, code: number, ErrorCode][] = [
  [400, 1, 'itemTypeUnknown'],
  [400, 2, 'assetNotFound'],
  [400, 3, 'bundleNotFound'],
  [403, 4, 'itemNotOwned'],
  [403, 6, 'itemTypeNotAllowed'],
  [403, 5, 'assetTypeNotAllowed'],
  // Last: from then on what does not fit is asked about first.
  [403, 9, 'collectionFull'],
];
const whyNotOut = whyNotIn.slice(0, 3);

test.use({ isSignedIn: true });

const said = (page: Page, code: ErrorCode) =>
  page
    .getByTestId('toast')
    .filter({ hasText: en.errors[code].title })
    .filter({ hasText: en.errors[code].hint });

test('a change Roblox refuses without its own reason, or one it had so already told as refused', async ({
  app: { page },
  server,
}) => {
  const own = page.getByTestId('profile-collection-view').getByTestId('item-tile');
  await openCategory(page, 'own/AssetType/8/');
  const outside = page.getByTestId('item-tile').filter({ hasNot: page.locator('.mark') });
  await expect(outside.nth(whyNotIn.length)).toBeVisible();
  await expect(page.getByTestId('profile-collection-link')).toContainText(/\d/);
  // By what they are: what is marked as inside meanwhile moves the places of the others.
  const keys = await outside.evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset['item']));
  const tile = (place: number) => page.locator(`[data-testid="item-tile"][data-item="${keys[place]}"]`);
  // "Already in" to an addition is what was wanted.
  server.fail(changes, faults.refusal(403, 7), 1);
  await tile(whyNotIn.length).click();
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await expect.poll(() => server.requestsTo(changes).length).toBe(1);
  for (const [place, [status, code, reason]] of whyNotIn.entries()) {
    // A session's first change goes twice: the fault is for the one with a token.
    server.fail(changes, faults.refusal(status, code), 1);
    await tile(place).click();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(said(page, reason), reason).toBeVisible();
    await page.getByTestId('toast').filter({ hasText: en.errors[reason].title }).locator('.close').click();
  }
  await page.getByTestId('profile-collection-link').click();
  await expect(own.first()).toBeVisible();
  const before = await own.count();
  for (const [status, code, reason] of whyNotOut) {
    server.fail(changes, faults.refusal(status, code), 1);
    await own.first().click();
    await page.getByTestId('selection-removeFromProfileCollection').click();
    await expect(said(page, reason), reason).toBeVisible();
    await page.getByTestId('toast').filter({ hasText: en.errors[reason].title }).locator('.close').click();
  }
  await expect(own).toHaveCount(before);
  // "Not in the collection" to a removal is what was wanted.
  server.fail(changes, faults.refusal(403, 8), 1);
  await own.first().click();
  await page.getByTestId('selection-removeFromProfileCollection').click();
  await expect(own).toHaveCount(before - 1);
  await page.getByTestId('offline-toggle').click();
  await expect(own).toHaveCount(before - 1);
});

test('many refused changes tried again or discarded only one by one, or discarded without being asked', async ({
  app: { evaluate, page },
  server,
}, info) => {
  await openCategory(page, 'own/AssetType/8/');
  const outside = page.getByTestId('item-tile').filter({ hasNot: page.locator('.mark') });
  await expect(outside.nth(3)).toBeVisible();
  server.fail(changes, faults.refusal(403, 6));
  await outside.nth(0).click();
  await outside.nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('selection-bar')).toContainText('3 selected');
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByTestId('toast').filter({ hasText: 'Roblox refused' }).waitFor();
  await page.getByTestId('activity-link').click();
  await page.getByTestId('tab-outbox').click();
  const rows = page.getByTestId('outbox-change');
  await expect(rows.filter({ hasText: en.errors.itemTypeNotAllowed.title })).toHaveCount(3);
  const before = server.requestsTo(changes).length;
  await page.getByTestId('retry-all-changes').click();
  await expect.poll(() => server.requestsTo(changes).length).toBe(before + 3);
  await expect(page.getByTestId('stuck-changes')).toContainText('3');
  const path = info.outputPath('outbox.csv');
  await page.getByTestId('export-button').click();
  await page.getByTestId('export-format-json').click();
  await exportTo({ evaluate, page }, path);
  expect(readFileSync(path, 'utf8').match(/itemTypeNotAllowed/g)).toHaveLength(3);
  await page.getByTestId('discard-all-changes').click();
  await page.getByTestId('discard-changes-dialog').getByRole('button').first().click();
  await expect(rows).toHaveCount(3);
  await page.getByTestId('discard-all-changes').click();
  await page.getByTestId('discard-changes-confirm').click();
  await expect(rows).toHaveCount(0);
});
