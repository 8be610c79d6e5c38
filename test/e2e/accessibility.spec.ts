import { expect, test } from './fixtures.ts';
import { openCategory } from './open-category.ts';
import { violations } from './violations.ts';

const hair = 'own/AssetType/41/';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ appOptions: { colorScheme } });

    test('a view that keeps somebody out, by what axe can tell', async ({ app: { page } }) => {
      test.setTimeout(120_000);
      await expect(page.getByTestId('welcome')).toBeVisible();
      expect(await violations(page), 'welcome').toEqual([]);
      await page.getByTestId('explore-demo').click();
      await openCategory(page, hair);
      await page.getByTestId('item-tile').first().waitFor();
      expect(await violations(page), 'category').toEqual([]);
      await page.getByTestId('item-tile').nth(1).dblclick();
      await page.getByTestId('details-owned').waitFor();
      expect(await violations(page), 'details').toEqual([]);
      await page.getByTestId('details-close').click();
      await page.getByTestId('search-field').fill('zzzz');
      await page.getByTestId('state').waitFor();
      expect(await violations(page), 'no results').toEqual([]);
      await page.getByTestId('search-field').fill('a');
      await page.getByTestId('look-button').click();
      await page.getByTestId('menu-table').click();
      await page.getByTestId('column-name').waitFor();
      await page.getByTestId('item-tile').first().waitFor();
      expect(await violations(page), 'table').toEqual([]);
      await page.getByTestId('filter-button').click();
      await page.getByTestId('price-from').fill('nothing');
      await page.getByTestId('price-problem').filter({ hasText: 'Write' }).waitFor();
      expect(await violations(page), 'filters with a typing error').toEqual([]);
      await page.getByTestId('filter-save').click();
      await page.getByTestId('view-name').waitFor();
      expect(await violations(page), 'naming a view').toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByTestId('saved-view').first().click({ button: 'right' });
      await page.getByTestId('menu-renameView').waitFor();
      expect(await violations(page), 'a saved view and its menu').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('profile-collection-link').click();
      await page.getByTestId('item-tile').first().waitFor();
      expect(await violations(page), 'profile collection').toEqual([]);
      await page.getByTestId('offline-toggle').click();
      await openCategory(page, 'own/AssetType/61/');
      await page.getByTestId('state').waitFor();
      expect(await violations(page), 'offline').toEqual([]);
      await page.getByTestId('account-switcher').click();
      await page.getByTestId('account-option').first().waitFor();
      expect(await violations(page), 'accounts').toEqual([]);
      await page.getByTestId('add-account').click();
      await page.getByTestId('add-account-dialog').waitFor();
      expect(await violations(page), 'adding an account').toEqual([]);
      await page.getByTestId('close-dialog').click();
      await page.keyboard.press('ControlOrMeta+Shift+M');
      await page.getByTestId('managed-account').first().waitFor();
      expect(await violations(page), 'managing accounts').toEqual([]);
      await page.getByTestId('managed-account-edit').first().click();
      await page.getByTestId('account-nickname').waitFor();
      expect(await violations(page), 'editing an account').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('managed-account-sign-out').first().click();
      await page.getByTestId('sign-out-confirm').waitFor();
      expect(await violations(page), 'signing out').toEqual([]);
    });

    test('all accounts together keeping somebody out', async ({ app: { page } }) => {
      await page.getByTestId('explore-demo').click();
      await page.getByTestId('item-tile').first().waitFor();
      await page.evaluate(async () => {
        const { satchel } = window as unknown as {
          satchel: { request(name: string, input: object): Promise<unknown> };
        };
        await satchel.request('accounts.select', { scope: 'all' });
      });
      await openCategory(page, hair);
      await page.getByTestId('accounts-aside').waitFor();
      expect(await violations(page), 'owners').toEqual([]);
      await page.getByTestId('item-tile').nth(1).dblclick();
      await page.getByTestId('details-owned').waitFor();
      expect(await violations(page), 'an owner’s details').toEqual([]);
      await page.getByTestId('details-close').click();
      await page.getByTestId('filter-button').click();
      await page.getByTestId('filter-panel').waitFor();
      expect(await violations(page), 'filters').toEqual([]);
      await page.getByTestId('owned-button').click();
      await page.getByTestId('menu-duplicates').waitFor();
      expect(await violations(page), 'comparing').toEqual([]);
      await page.locator('[data-testid^="menu-missing-"]').last().click();
      await page.keyboard.press('Escape');
      await page.getByTestId('state').waitFor();
      expect(await violations(page), 'not known').toEqual([]);
    });
  });
}
