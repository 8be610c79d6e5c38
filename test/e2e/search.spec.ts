import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';

const { inventory } = richAccount;
const copies = (inventory.copiesByType.get(8) ?? []).map((number) => inventory.copy(number));
const hatNames = new Map(copies.map(({ asset, name }) => [asset.id, name.toLowerCase()]));
const limitedHats = new Set(copies.filter(({ limited }) => limited !== null).map(({ asset }) => asset.id));

function countNamed(part: string): number {
  return [...hatNames.values()].filter((name) => name.includes(part)).length;
}

async function showHats(page: Page): Promise<void> {
  await page.getByTestId('explore-demo').click();
  await page.getByTestId('item-tile').first().waitFor();
  await openCategory(page, hats);
  await expect(page.getByTestId('category-age')).toContainText('Updated');
}

async function countItems(page: Page): Promise<number> {
  const text = await page.getByTestId('category-count').innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

async function shownNames(page: Page): Promise<string[]> {
  return (await page.getByTestId('item-name').allInnerTexts()).map((name) => name.toLowerCase());
}

async function setLook(page: Page, look: string): Promise<void> {
  await page.getByTestId('look-button').click();
  await page.getByTestId(`menu-${look}`).click();
}

test.describe('searching', () => {
  test('letters in the middle of a name not found, counted wrong, or not set off', async ({
    app: { page },
  }) => {
    await showHats(page);
    await page.keyboard.press('/');
    await page.keyboard.type('ROWN');
    await expect.poll(() => countItems(page)).toBe(countNamed('rown'));
    const marks = page.locator('[data-testid="item-name"] mark');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('item-tile').first()).toBeFocused();
    // Rows beside the view follow a few frames later.
    const marked = async () => new Set((await marks.allInnerTexts()).map((text) => text.toLowerCase()));
    await expect.poll(marked).toEqual(new Set(['rown']));
  });

  test('one slip of the hand finding nothing', async ({ app: { page } }) => {
    await showHats(page);
    await page.getByTestId('search-field').fill('crwon');
    await expect.poll(async () => (await shownNames(page))[0]).toContain('crown');
  });

  test('nothing found said without where, or without a way on', async ({ app: { page } }) => {
    await showHats(page);
    await page.getByTestId('filter-button').click();
    await page.getByTestId('price-from').fill('1');
    await page.keyboard.press('Escape');
    await page.getByTestId('filter-chip').waitFor();
    await page.getByTestId('search-field').fill('zzzz');
    const state = page.getByTestId('state');
    await expect(state).toContainText('Nothing is called “zzzz”');
    await expect(state).toContainText('1 Robux or more');
    await page.getByTestId('search-all-items').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('All items');
    await expect(page.getByTestId('search-field')).toHaveValue('zzzz');
    await page.getByTestId('search-all-accounts').click();
    await expect(page.getByTestId('account-switcher')).toContainText('All accounts');
    await expect(page.getByTestId('search-field')).toHaveValue('zzzz');
  });

  test('the best match not first, or the order of before lost', async ({ app: { page } }) => {
    await showHats(page);
    await page.getByTestId('sort-button').click();
    await page.getByTestId('menu-nameDescending').click();
    await page.getByTestId('search-field').fill('crown');
    await expect(page.getByTestId('sort-button')).toHaveAccessibleName('Sort: Best match');
    await page.getByTestId('search-field').fill('');
    await expect(page.getByTestId('sort-button')).toHaveAccessibleName('Sort: Name, Z to A');
  });
});

test.describe('filters', () => {
  test('more or less than what passes, or a filter that cannot be taken off', async ({ app: { page } }) => {
    await showHats(page);
    await page.getByTestId('filter-button').click();
    await page.getByTestId('limited-yes').click();
    await expect.poll(() => countItems(page)).toBe(limitedHats.size);
    await page.getByTestId('price-from').fill('5k');
    await expect.poll(() => countItems(page)).toBeLessThan(limitedHats.size);
    const dear = await countItems(page);
    await page.getByTestId('price-to').fill('1k');
    await expect(page.getByTestId('price-problem')).toHaveText('The first number is higher than the second.');
    await expect(page.getByTestId('price-to')).toHaveValue('1k');
    expect(await countItems(page)).toBe(dear);
    await page.getByTestId('price-to').fill('10000');
    await expect.poll(() => countItems(page)).toBeLessThan(dear);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('filter-button')).toHaveAccessibleName('Filter, 2 active');
    await page.locator('[data-filter="isLimited"] button').click();
    await page.getByTestId('clear-filters').click();
    await expect.poll(() => countItems(page)).toBe(hatNames.size);
    await expect(page.getByTestId('filter-bar')).toHaveCount(0);
  });
});

test.describe('the table', () => {
  test('another order than its heading says, or lines the keyboard does not reach', async ({
    app: { page },
  }) => {
    await showHats(page);
    await setLook(page, 'table');
    await page.getByTestId('column-name').click();
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await page.getByTestId('column-name').click();
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    const last = [...hatNames.values()].sort().at(-1);
    await expect.poll(async () => (await shownNames(page))[0]?.[0]).toBe(last?.[0]);
    await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByTestId('item-grid').locator('[aria-selected="true"]')).toHaveCount(2);
    await page.keyboard.press('End');
    await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', String(hatNames.size + 1));
    await expect(page.locator(':focus')).toHaveAttribute('data-item', /./);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('details-panel')).toBeVisible();
  });

  test('a line that cannot be dragged', async ({ app: { page } }) => {
    await showHats(page);
    await setLook(page, 'table');
    await page.getByTestId('item-tile').nth(2).dragTo(page.getByTestId('profile-collection-link'));
    await expect(page.getByTestId('toast').first()).toContainText('Added');
  });
});

test.describe('saved views', () => {
  test('one lost by a restart, or showing something else after it', async () => {
    test.setTimeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'satchel-views-'));
    const options = { env: { SATCHEL_USER_DATA: folder } };
    try {
      const first = await launchApp(options);
      await showHats(first.page);
      await first.page.getByTestId('search-field').fill('crown');
      await first.page.getByTestId('filter-button').click();
      await first.page.getByTestId('filter-save').click();
      await expect(first.page.getByTestId('view-name')).toHaveValue(/crown/);
      await first.page.getByTestId('view-name').fill('  ');
      await first.page.getByTestId('view-name-submit').click();
      await expect(first.page.getByTestId('name-view-dialog')).toContainText('A view needs a name');
      await first.page.getByTestId('view-name').fill('Crowns of mine');
      await first.page.keyboard.press('Enter');
      await expect(first.page.getByRole('heading', { level: 1 })).toContainText('Crowns of mine');
      await openCategory(first.page, hats);
      await first.close();

      const second = await launchApp(options);
      const link = second.page.getByTestId('saved-view').getByRole('link');
      await expect(link).toContainText('Crowns of mine');
      await link.click();
      await expect(second.page.getByTestId('search-field')).toHaveValue('crown');
      await expect.poll(() => countItems(second.page)).toBe(countNamed('crown'));
      expect([...first.problems(), ...second.problems()]).toEqual([]);
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  test('no way to them from the keyboard, or a deletion that cannot be undone', async ({ app: { page } }) => {
    await showHats(page);
    for (const text of ['crown', 'cap']) {
      await openCategory(page, hats);
      await page.getByTestId('search-field').fill(text);
      await page.getByTestId('filter-button').click();
      await page.getByTestId('filter-save').click();
      await page.getByTestId('view-name').fill(text);
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('saved-view').filter({ hasText: text })).toBeVisible();
      // It gives the focus back when it has gone.
      await page.getByTestId('view-name').waitFor({ state: 'detached' });
    }
    const names = page.getByTestId('saved-views').locator('.name');
    await page.getByTestId('saved-view').last().getByRole('link').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(names).toHaveText(['cap', 'crown']);
    await expect(page.getByTestId('saved-view').first().getByRole('link')).toBeFocused();
    await page.keyboard.press('F2');
    await page.getByTestId('view-name').fill('caps');
    await page.keyboard.press('Enter');
    await expect(names).toHaveText(['caps', 'crown']);
    await page.getByTestId('view-name').waitFor({ state: 'detached' });
    await page.getByTestId('saved-view').first().getByRole('link').focus();
    await page.keyboard.press('Delete');
    await expect(names).toHaveText(['crown']);
    await page.getByTestId('toast-action').click();
    await expect(names).toHaveText(['caps', 'crown']);
  });

  test('a changed view that does not say so, or saves something else', async ({ app: { page } }) => {
    await showHats(page);
    await page.getByTestId('filter-button').click();
    await page.getByTestId('limited-yes').click();
    await page.getByTestId('filter-save').click();
    await page.keyboard.press('Enter');
    await page.getByTestId('view-name').waitFor({ state: 'detached' });
    await page.getByTestId('search-field').fill('crown');
    await expect(page.getByTestId('saved-view-changed')).toBeVisible();
    await page.getByTestId('discard-view-changes').click();
    await expect(page.getByTestId('search-field')).toHaveValue('');
    await page.getByTestId('search-field').fill('crown');
    await page.getByTestId('save-view-changes').click();
    await expect(page.getByTestId('saved-view-changed')).toHaveCount(0);
    await openCategory(page, hats);
    await expect(page.getByTestId('filter-bar')).toHaveCount(0);
    await page.getByTestId('saved-view').getByRole('link').click();
    await expect(page.getByTestId('search-field')).toHaveValue('crown');
    await expect(page.locator('[data-filter="isLimited"]')).toBeVisible();
  });
});
