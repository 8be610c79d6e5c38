import type { Page } from 'playwright/test';
import { allItemsKey } from '../../shared/category-keys.ts';
import { exploreDemo } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';
import { axeViolations } from './axe-violations.ts';

/** Adds hats until the demo's collection has no room for one more. */
async function fill(page: Page): Promise<void> {
  await exploreDemo(page);
  await openCategory(page, hats);
  const link = page.getByTestId('profile-collection-link');
  await expect(link).toContainText(/\d/);
  const inside = Number(/\d+/.exec(await link.innerText())?.[0]);
  const tiles = page.getByTestId('item-tile').filter({ hasNot: page.locator('.mark') });
  await tiles.nth(0).click();
  await tiles.nth(12 - inside).click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('selection-bar')).toContainText(`${13 - inside} selected`);
  await page.getByTestId('selection-addToProfileCollection').click();
  await page.getByTestId('toast').filter({ hasText: 'Roblox refused' }).waitFor();
}

test.describe('a full profile collection', () => {
  test('what did not fit left at that, or put in without what was chosen to go out', async ({ app }) => {
    const { page } = app;
    await fill(page);
    const refused = page.getByTestId('toast').filter({ hasText: 'Roblox refused' });
    await refused.getByTestId('toast-action').click();
    await expect(page.getByTestId('swap-status')).toHaveText('Choose 1 more to go out.');
    await expect(page.getByTestId('swap-out')).toHaveCount(12);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByTestId('swap-submit').click({ force: true });
    await expect(page.getByTestId('swap-dialog')).toBeVisible();
    const out = page.getByTestId('swap-out').nth(3);
    const name = (await out.innerText()).trim();
    await out.click();
    await expect(page.getByTestId('swap-status')).toHaveText('They fit now.');
    await page.getByTestId('swap-submit').click();
    await expect(page.getByTestId('toast').last()).toContainText(`takes the place of ${name}`);
    await page.getByTestId('profile-collection-link').click();
    await expect(page.getByTestId('profile-collection-view').getByTestId('item-tile')).toHaveCount(12);
    await expect(page.getByTestId('not-fitting')).toBeHidden();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('profile-collection-view').getByText(name, { exact: true })).toBeVisible();
  });

  test('more than it is known to take sent without a question, with a network or without', async ({
    app: { page },
  }) => {
    await fill(page);
    await page.getByTestId('offline-toggle').click();
    await openCategory(page, hats);
    await page.getByTestId('item-tile').nth(20).click();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await page.getByTestId('swap-dialog').waitFor();
    // All of it from the keyboard.
    await page.getByTestId('swap-out').first().locator('input').focus();
    await page.keyboard.press('Space');
    await page.getByTestId('swap-submit').press('Enter');
    await expect(page.getByTestId('toast').last()).toContainText('It waits until Satchel is online');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('toast').last()).toContainText('Undone: swap 1 for 1');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.getByTestId('offline-toggle').click();
    await page.getByTestId('profile-collection-link').click();
    await expect(page.getByTestId('waiting-changes')).toBeHidden();
    await expect(page.getByTestId('not-fitting')).toContainText('1 item did not fit');
  });

  test('Activity without the way out it has, or one that shows another account', async ({
    app: { page },
  }) => {
    await fill(page);
    await openCategory(page, allItemsKey);
    await page.keyboard.press('ControlOrMeta+e');
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await page.getByRole('tab', { name: /Outbox/ }).click();
    await page.getByTestId('swap-change').click();
    await expect(page.getByTestId('swap-out')).toHaveCount(12);
    await expect(page.getByTestId('swap-in')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('swap-dialog')).toBeHidden();
  });
});
