import type { Locator, Page } from 'playwright/test';
import { allItemsKey } from '../../shared/category-keys.ts';
import { expect } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';

/** A line of the tree of collections. */
export function collectionLine(page: Page, name: string): Locator {
  return page.getByTestId('collection').filter({ has: page.getByText(name, { exact: true }) });
}

/** One list of the demo, nothing of it filed yet: to have all of them read takes long, and moves them under the pointer. */
export async function exploreDemo(page: Page): Promise<void> {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, hats);
  await page.getByTestId('item-tile').first().waitFor();
}

/** All items of the demo, every list of them read: none of them moves any more. */
export async function exploreWholeDemo(page: Page): Promise<void> {
  await exploreDemo(page);
  await openCategory(page, allItemsKey);
  await expect(page.getByTestId('category-view')).toContainText('10,984 items', { timeout: 20_000 });
  await expect(page.getByTestId('category-age')).toContainText('Updated', { timeout: 20_000 });
}

/** Creates a collection at the top, which is shown then. */
export async function createCollection(page: Page, name: string): Promise<void> {
  await page.getByTestId('new-collection').click();
  await page.getByTestId('collection-name').fill(name);
  await page.getByTestId('collection-name').press('Enter');
  await page.getByTestId('edit-collection-dialog').waitFor({ state: 'detached' });
  await expect(collectionLine(page, name)).toHaveAttribute('aria-selected', 'true');
}

/** Files the first items of the list on screen, found in the picker by what is typed. */
export async function fileFirstItems(page: Page, count: number, typed: string): Promise<void> {
  await page.getByTestId('item-tile').first().click();
  if (count > 1)
    await page
      .getByTestId('item-tile')
      .nth(count - 1)
      .click({ modifiers: ['Shift'] });
  // A stretch is chosen once all of it is read.
  await expect(page.getByTestId('selection-bar')).toContainText(`${count} selected`);
  await page.getByTestId('selection-addToCollection').click();
  await page.getByTestId('picker-search').fill(typed);
  await page.keyboard.press('Enter');
  await page.getByTestId('collection-picker').waitFor({ state: 'detached' });
}

/** The names of the items on screen, in their order. */
export function shownNames(page: Page): Promise<string[]> {
  return page.getByTestId('collection-view').getByTestId('item-name').allInnerTexts();
}
