import type { Page } from 'playwright/test';
import { collectionLine, createCollection, exploreDemo } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { violations } from './violations.ts';

const option = (page: Page) => page.getByTestId('palette-option');

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette-search')).toBeFocused();
  await page.keyboard.type(text);
}

test.describe('the command palette', () => {
  test('a view, a collection, an account, an item or a command it does not find, or does nothing with', async ({
    app: { page },
  }) => {
    await exploreDemo(page);
    await createCollection(page, 'Fancy Hats');
    await type(page, 'timel');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/timeline/);
    await type(page, 'fancy');
    await expect(option(page).first()).toContainText('Fancy Hats');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('collection-view')).toBeVisible();
    await type(page, 'visored helm');
    await expect(option(page).first()).toContainText('Visored Helm');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('details-name')).toContainText('Visored Helm');
    await page.keyboard.press('Escape');
    await type(page, 'new collection');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('collection-name')).toBeFocused();
    await page.keyboard.type('Gifts');
    await page.keyboard.press('Enter');
    await collectionLine(page, 'Gifts').waitFor();
    await page.getByTestId('edit-collection-dialog').waitFor({ state: 'detached' });
    await type(page, 'pebble');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('account-switcher')).toContainText('Pebble');
  });

  test('an id or a link that finds nothing, or a part of a view that is opened at another', async ({
    app: { page },
  }) => {
    await exploreDemo(page);
    const { item, name } = await page
      .getByTestId('item-tile')
      .first()
      .evaluate((tile) => ({
        item: (tile as HTMLElement).dataset['item'] ?? '',
        name: tile.querySelector('[data-testid="item-name"]')?.textContent.trim() ?? '',
      }));
    await type(page, 'pebble');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('account-switcher')).toContainText('Pebble');
    // Of an account that is not on screen.
    await type(page, item.replace('Asset-', ''));
    await expect(option(page)).toHaveCount(1);
    await expect(option(page)).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('item-page-name')).toHaveText(name);
    await page.getByTestId('item-back').click();
    // Lists are searched by name.
    await page.getByTestId('search-field').fill(item.replace('Asset-', ''));
    await page.getByTestId('find-by-id').click();
    await expect(option(page)).toHaveCount(1);
    await expect(option(page)).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('item-page-name')).toHaveText(name);
    await type(page, 'https://www.roblox.com/bundles/12/nobody-has-it');
    await expect(option(page)).toHaveText([/Nothing is known of it yet/]);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('item-page')).toHaveAttribute('data-item', 'Bundle-12');
    await type(page, '12');
    await expect(option(page).last()).toContainText('Nothing is known of it yet');
    await page.keyboard.press('Escape');
    await type(page, 'value over');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Value over time' })).toHaveAttribute('aria-selected', 'true');
    await type(page, 'outbox');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: /Outbox/ })).toHaveAttribute('aria-selected', 'true');
  });

  test('rubbish that is not answered, or a way out that does something', async ({ app: { page } }) => {
    await exploreDemo(page);
    const before = page.url();
    await type(page, '\u202e<b>%_"\u0000 zzzz');
    await expect(page.getByText('Nothing of that name here')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('palette')).toHaveCount(0);
    expect(page.url()).toBe(before);
    await type(page, 'remove from');
    // Nothing is selected: there is nothing it could remove.
    await expect(page.getByText('Remove from Profile Collection')).toHaveCount(0);
  });
});

test.describe('the open command palette', () => {
  test('keeping somebody out, by what axe can tell', async ({ app: { page } }) => {
    await exploreDemo(page);
    await type(page, 'hat');
    await expect(option(page).nth(5)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});
