import { allItemsKey } from '../../shared/category-keys.ts';
import {
  collectionLine,
  createCollection,
  exploreDemo,
  exploreWholeDemo,
  fileFirstItems,
} from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { openCategory } from './open-category.ts';
import { axeViolations } from './axe-violations.ts';

const hair = 'own/AssetType/41/';

test.describe('a filter by collection', () => {
  test('what is in none of them shown, a change of them not followed, or lost with the view', async ({
    app: { page },
  }) => {
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await createCollection(page, 'Gifts');
    await openCategory(page, hair);
    await fileFirstItems(page, 3, 'Gifts');
    await page.getByTestId('filter-button').click();
    await page.getByTestId('filter-collections').click();
    await page.getByRole('menuitemcheckbox', { name: 'Gifts' }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const tiles = page.getByTestId('category-view').getByTestId('item-tile');
    await expect(tiles).toHaveCount(3);
    await expect(page.getByTestId('filter-chip')).toHaveText(/In Gifts/);
    await page.getByTestId('filter-save').click();
    await page.getByTestId('view-name').fill('Gifts in hair');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Gifts in hair');
    // What it shows follows the collection, in which one less is now.
    await tiles.first().click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('state')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(tiles).toHaveCount(3);
    await openCategory(page, allItemsKey);
    await page.getByTestId('saved-view').getByRole('link').click();
    await expect(tiles).toHaveCount(3);
    await collectionLine(page, 'Gifts').focus();
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('filter-chip')).toHaveText(/a collection that is gone/);
    await page.getByTestId('filter-chip').getByRole('button').click();
    await expect(page.getByTestId('filter-chip')).toHaveCount(0);
  });

  test('what was just filed still called unfiled, or what was taken out not', async ({ app: { page } }) => {
    await exploreWholeDemo(page);
    await createCollection(page, 'Hats');
    await page.getByTestId('unfiled-link').click();
    const first = page.getByTestId('category-view').getByTestId('item-name').first();
    await first.waitFor();
    const name = await first.innerText();
    await fileFirstItems(page, 1, 'Hats');
    await expect(first).not.toHaveText(name);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(first).toHaveText(name);
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(first).not.toHaveText(name);
  });

  test('what was filed out of sight still selected, and filed again with the next item', async ({
    app: { page },
  }) => {
    await exploreWholeDemo(page);
    await createCollection(page, 'Hats');
    await page.getByTestId('unfiled-link').click();
    const names = page.getByTestId('category-view').getByTestId('item-name');
    await names.first().waitFor();
    const fourth = await names.nth(3).innerText();
    await fileFirstItems(page, 3, 'Hats');
    await expect(names.first()).toHaveText(fourth);
    await page
      .getByTestId('item-tile')
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByTestId('selection-bar')).toContainText('1 selected');
  });
});
