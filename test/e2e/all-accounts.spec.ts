import type { Page } from 'playwright/test';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { expect, test } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';

const hair = 'own/AssetType/41/';

/** What the demo's accounts really have in common, from where the demo has it. */
function hatsOf(account: typeof richAccount): Set<number> {
  const numbers = account.inventory.copiesByType.get(8) ?? [];
  return new Set(numbers.map((number) => account.inventory.copy(number).asset.id));
}

async function showAllAccounts(page: Page): Promise<void> {
  await page.getByTestId('explore-demo').click();
  await page.getByTestId('item-tile').first().waitFor();
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('all-accounts-option').click();
  await openCategory(page, hats);
  await expect(page.getByTestId('category-age')).toContainText('Updated');
}

async function compare(page: Page, choice: string): Promise<void> {
  await page.getByTestId('filter-button').click();
  await page.getByTestId('owned-button').click();
  await page.getByTestId(`menu-${choice}`).click();
  // While the menu is still closing, it takes Escape for its own.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('filter-panel')).toHaveCount(0);
}

async function countItems(page: Page): Promise<number> {
  const text = await page.getByTestId('category-count').innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

test.describe('all accounts', () => {
  test('an item of two accounts twice, without its owners, or counted wrong', async ({ app: { page } }) => {
    const all = new Set([...hatsOf(richAccount), ...hatsOf(smallAccount)]);
    const shared = hatsOf(richAccount).size + hatsOf(smallAccount).size - all.size;
    await showAllAccounts(page);
    expect(await countItems(page)).toBe(all.size);
    await expect(page.locator(`[data-testid="category"][data-key="${hats}"]`)).toContainText(
      all.size.toLocaleString('en'),
    );
    await compare(page, 'duplicates');
    await expect.poll(() => countItems(page)).toBe(shared);
    const labels = page.getByTestId('owners').filter({ visible: true });
    await expect(labels.first()).toHaveAccessibleName('Owned by Marlow ✦ and Pebble');
  });

  test('what one account lacks not being what only the others have', async ({ app: { page } }) => {
    await showAllAccounts(page);
    await compare(page, `missing-${smallAccount.userId}`);
    const owned = hatsOf(smallAccount);
    const missing = [...hatsOf(richAccount)].filter((id) => !owned.has(id));
    await expect.poll(() => countItems(page)).toBe(missing.length);
    await expect(page.getByTestId('owners').first()).toHaveAccessibleName('Owned by Marlow ✦');
  });

  test('a hidden inventory said to lack everything, or missing without a word', async ({ app: { page } }) => {
    await showAllAccounts(page);
    const aside = page.getByTestId('accounts-aside');
    await expect(aside).toHaveText('Without QuietHeron');
    // By keys: what a script or a mouse gives the focus says nothing by itself.
    await page.getByTestId('filter-button').focus();
    await page.keyboard.press('Shift+Tab');
    await expect(aside).toBeFocused();
    await expect(page.getByRole('tooltip')).toContainText('QuietHeron: This inventory is hidden');
    await compare(page, `missing-${hiddenAccount.userId}`);
    await expect(page.getByTestId('state')).toContainText('is not known');
    await page.getByTestId('state').getByRole('button').click();
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
  });

  test("one owner's copies shown for another's, or no way to them by keyboard", async ({ app: { page } }) => {
    await showAllAccounts(page);
    await compare(page, 'duplicates');
    await expect(page.getByTestId('category-count')).toContainText('match');
    await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    const owners = page.getByTestId('owner-choice').getByRole('radio');
    await expect(owners).toHaveCount(2);
    const headings = page.getByTestId('details-panel').getByRole('heading', { name: /Copies/ });
    for (const place of [0, 1]) {
      const line = page.getByTestId('owner-choice').locator('label').nth(place);
      const copies = /(\d+) cop/.exec(await line.innerText())?.[1] ?? '';
      if (place === 1) await owners.first().press('ArrowDown');
      await expect(owners.nth(place)).toBeChecked();
      await expect(headings).toHaveText(new RegExp(`Copies\\s*${copies}$`));
    }
  });

  test('a search field too short to type in beside the details', async ({ app: { page } }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await showAllAccounts(page);
    await page.getByTestId('item-tile').first().dblclick();
    await page.getByTestId('details-panel').waitFor();
    const field = await page.getByTestId('search-field').boundingBox();
    expect(field?.width).toBeGreaterThanOrEqual(160);
    for (const control of ['filter-button', 'refresh-button']) {
      const box = await page.getByTestId(control).boundingBox();
      const panel = await page.getByTestId('details-panel').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
    }
  });

  test('an item landing in the collection of some account', async ({ app: { page } }) => {
    await showAllAccounts(page);
    const target = page.getByTestId('profile-collection-link');
    await page.getByTestId('item-tile').first().dragTo(target);
    const reason = 'Choose one account to change its profile collection';
    await expect(page.getByTestId('toast').first()).toContainText(reason);
    await target.click();
    await expect(page.getByTestId('state')).toContainText('Choose one account to see its profile collection');
  });

  test('a search or a sort leaving the comparison, or a comparison leaving the accounts', async ({
    app: { page },
  }) => {
    await showAllAccounts(page);
    await compare(page, `missing-${smallAccount.userId}`);
    await expect(page.getByTestId('category-count')).toContainText('match');
    const before = await countItems(page);
    await page.getByTestId('search-field').fill('crown');
    await expect.poll(() => countItems(page)).toBeLessThan(before);
    for (const owners of await page.getByTestId('owners').all())
      await expect(owners).toHaveAccessibleName('Owned by Marlow ✦');
    await openCategory(page, hair);
    await expect(page.getByTestId('filter-chip')).toContainText('Missing from Pebble');
  });
});
