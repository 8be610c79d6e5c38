import type { Page } from 'playwright/test';
import { allItemsKey } from '../../shared/category-keys.ts';
import { collectionLine, createCollection, exploreDemo, exploreWholeDemo } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { openCategory } from './open-category.ts';
import { violationsNow } from './violations.ts';

/** A collection of so many items that no list has shown, as from a pasted list of ids; it is shown then. */
async function importMany(page: Page, count: number): Promise<void> {
  await page.evaluate(async (many) => {
    const { satchel } = window as unknown as {
      satchel: { request(name: string, input: object): Promise<{ data: { token: number } }> };
    };
    const text = Array.from({ length: many }, (_, index) => 1_000_001 + index).join('\n');
    const { data } = await satchel.request('collections.previewImport', { source: { text } });
    await satchel.request('collections.import', { token: data.token, parentId: null, name: 'Many' });
  }, count);
  await collectionLine(page, 'Many').click();
  await expect(page.getByTestId('collection-view').getByTestId('item-tile').first()).toBeVisible();
}

test.describe('thousands of items', () => {
  test('all of them, or all others, chosen by hand alone, in a field of text, or under a dialog', async ({
    app: { page },
  }) => {
    await exploreWholeDemo(page);
    const count = page.getByTestId('selection-bar').getByRole('status');
    await page.getByTestId('item-tile').nth(2).click();
    await page
      .getByTestId('item-tile')
      .nth(4)
      .click({ modifiers: ['ControlOrMeta'] });
    await page.getByTestId('selection-invert').click();
    await expect(count).toHaveText('10,982 selected');
    await page.keyboard.press('ControlOrMeta+Shift+I');
    await expect(count).toHaveText('2 selected');
    await page.keyboard.press('ControlOrMeta+Shift+N');
    await page.getByTestId('collection-name').waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+I');
    // Commands of the menu come by way of the main process, one after the other: with this one the one before is through.
    await page.keyboard.press('ControlOrMeta+Shift+O');
    await page.getByTestId('offline-banner').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('collection-name').waitFor({ state: 'detached' });
    await expect(count).toHaveText('2 selected');
    // From anywhere in the window, as from the menu.
    await page.getByTestId('sort-button').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(count).toHaveText('10,984 selected');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    await page.getByTestId('search-field').fill('crown');
    await page.getByTestId('search-field').press('ControlOrMeta+a');
    await page.keyboard.type('hat');
    await expect(page.getByTestId('search-field')).toHaveValue('hat');
    await expect(count).toBeHidden();
  });

  test('ten thousand filed that take more than one undo', async ({ app: { page } }) => {
    await exploreWholeDemo(page);
    await createCollection(page, 'Hats');
    await openCategory(page, allItemsKey);
    await page.keyboard.press('ControlOrMeta+a');
    await expect(page.getByTestId('selection-bar')).toContainText('10,984 selected');
    await page.getByTestId('selection-addToCollection').click();
    await page.getByTestId('picker-search').fill('Hats');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('toast').last()).toContainText('Added 10,984 items to “Hats”');
    await expect(collectionLine(page, 'Hats')).toContainText('10,984');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(collectionLine(page, 'Hats')).toHaveText('Hats0');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(collectionLine(page, 'Hats')).toBeHidden();
  });

  test('a hundred thousand that nobody can call off, or bring back', async ({ app: { page } }) => {
    test.setTimeout(180_000);
    await exploreDemo(page);
    await importMany(page, 120_000);
    const line = collectionLine(page, 'Many');
    const bar = page.getByTestId('selection-bar');
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.getByTestId('work-cancel').click();
    await expect(page.getByTestId('work-bar')).toBeHidden();
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.getByTestId('work-bar').waitFor();
    expect(await violationsNow(page)).toEqual([]);
    await expect(bar).toContainText('120,000 selected', { timeout: 60_000 });
    await page.getByTestId('selection-removeFromCollection').click();
    await expect(page.getByTestId('work-words')).toContainText('of 120,000 from “Many”');
    await page.getByTestId('work-cancel').click();
    const stopped = page.getByTestId('toast').filter({ hasText: 'Stopped after' });
    await expect(stopped).toContainText(/Stopped after [\d,]+ of 120,000 items/);
    await expect(line).not.toContainText('120,000');
    await stopped.getByTestId('toast-action').click();
    await expect(line).toContainText('120,000', { timeout: 20_000 });
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(bar).toContainText('120,000 selected', { timeout: 60_000 });
    await page.getByTestId('selection-addToCollection').click();
    await page.getByTestId('picker-search').fill('Copy of many');
    await page.getByTestId('picker-create').click();
    const copy = collectionLine(page, 'Copy of many');
    await expect(page.getByTestId('toast').last()).toContainText('with 120,000 items', { timeout: 60_000 });
    await expect(copy).toContainText('120,000');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(copy).toBeHidden({ timeout: 20_000 });
    await expect(line).toContainText('120,000');
  });
});
