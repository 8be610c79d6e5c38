import type { Page } from 'playwright/test';
import { allItemsKey } from '../../shared/category-keys.ts';
import { expect, test } from './fixtures.ts';
import { hats, openCategory, passFrames } from './open-category.ts';

test('the focus lost, or rows read out of order, when their elements come to show other rows', async ({
  app: { page },
}) => {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, allItemsKey);
  await page.getByTestId('item-tile').first().waitFor();
  await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  const focused = page.locator(':focus');
  const index = Number(await focused.getAttribute('data-index'));
  expect(index).toBeGreaterThan(2);
  // Step by step, and far away at once; then from below.
  for (const scrollTop of [150, 300, 450, 600, 900, 1200, 6000, 9000, 8800, 3000, 500, 200, 0]) {
    await scrollTo(page, scrollTop);
    await expect(focused).toHaveAttribute('data-index', String(index));
    const rows = await rowIndexes(page);
    expect(rows).toEqual([...new Set(rows)].sort((one, other) => one - other));
    expect(rows.length).toBeGreaterThan(2);
  }
  await scrollTo(page, 9000);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-index', String(index + 1));
  await expect(focused).toBeInViewport({ ratio: 1 });
});

test('the focus taken out of the heading that orders a table, or away by details that close with their account', async ({
  app: { page },
}) => {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, hats);
  await page.getByTestId('look-button').click();
  await page.getByTestId('menu-table').click();
  const heading = page.getByTestId('column-name');
  await heading.focus();
  for (const order of ['ascending', 'descending']) {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', order);
    await passFrames(page, 2);
    await expect(heading).toBeFocused();
  }
  await visitSecondAccount(page);
  await page.getByTestId('item-tile').first().dblclick();
  await page.getByTestId('details-panel').waitFor();
  await page.getByTestId('search-field').focus();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByTestId('details-panel')).toBeHidden();
  await expect(page.getByTestId('search-field')).toBeFocused();
});

test('a hint that stays where a mouse has chosen something, or none for the keyboard', async ({
  app: { page },
}) => {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, hats);
  await page.getByTestId('look-button').click();
  await page.getByTestId('menu-table').click();
  await expect(page.getByTestId('look-button')).toBeFocused();
  await page.getByTestId('category-age').hover();
  await passFrames(page, 5);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('tooltip')).toContainText('Sort');
});

test('another list begun in the middle, with two tab stops, or with the focus nowhere', async ({
  app: { page },
}) => {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, allItemsKey);
  // What was chosen leaves the view while newer items come in before it.
  await expect(page.getByTestId('category-age')).toContainText('Updated', { timeout: 20_000 });
  await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('item-grid').locator('[aria-selected="true"]')).toHaveCount(1);
  await visitSecondAccount(page);
  await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const scroller = page.locator('[data-scroll-place]');
  const scrollTop = await scroller.evaluate((element) => element.scrollTop);
  expect(scrollTop).toBeGreaterThan(100);
  // Where a list is left is noted when it has been scrolled, in the next frame.
  await passFrames(page, 2);
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByTestId('account-switcher')).not.toContainText('@MarlowTinker');
  await page.getByTestId('item-tile').first().waitFor();
  await expect(page.locator(':focus')).toHaveAttribute('data-index', '0');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByTestId('account-switcher')).toContainText('@MarlowTinker');
  // Where it was left, although the focus came along.
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(scrollTop);
  await expect(page.locator(':focus')).toHaveAttribute('data-index', '0');
  await openCategory(page, hats);
  await page.locator('[data-index="0"][data-item]').waitFor();
  expect(await page.locator('[data-scroll-place]').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect(page.getByTestId('item-grid').locator('[tabindex="0"]')).toHaveCount(1);
  await expect(page.getByTestId('item-grid').locator('[tabindex="0"]')).toHaveAttribute('data-index', '0');
  await expect(page.getByTestId('item-grid').locator('[aria-selected="true"]')).toHaveCount(0);
});

/** Goes there and back, so that both accounts have a list on the shelf: from one to another nothing is built anew. */
async function visitSecondAccount(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByTestId('account-switcher')).not.toContainText('@MarlowTinker');
  await page.getByTestId('item-tile').first().waitFor();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByTestId('account-switcher')).toContainText('@MarlowTinker');
  await page.getByTestId('item-tile').first().waitFor();
}

async function scrollTo(page: Page, scrollTop: number): Promise<void> {
  await page.locator('[data-scroll-place]').evaluate((element, top) => (element.scrollTop = top), scrollTop);
  // Two frames: the scroll is heard in the first.
  await passFrames(page, 2);
}

function rowIndexes(page: Page): Promise<number[]> {
  return page
    .getByTestId('item-grid')
    .locator('[aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
}
