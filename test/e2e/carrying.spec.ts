import type { Page } from 'playwright/test';
import { cue, startWith, tile } from './carry-steps.ts';
import { collectionLine, exploreDemo, fileFirstItems, shownNames } from './collection-steps.ts';
import { dragOver } from './drag-over.ts';
import { expect, test } from './fixtures.ts';

/** Two collections of the demo, the first with three items in it. */
async function start(page: Page): Promise<void> {
  await startWith(page, 'Hats', 'Gifts');
  await fileFirstItems(page, 3, 'hats');
  await expect(collectionLine(page, 'Hats')).toContainText('3');
}

test.describe('a drag', () => {
  test('of several items that takes one along, or does not say how many before it is dropped', async ({
    app: { page },
  }) => {
    await start(page);
    await tile(page, 4).click();
    await tile(page, 7).click({ modifiers: ['Shift'] });
    await dragOver(tile(page, 5), collectionLine(page, 'Gifts'));
    await expect(cue(page)).toHaveText('Add 4 items to “Gifts”');
    await page.mouse.up();
    await expect(collectionLine(page, 'Gifts')).toContainText('4');
    await expect(cue(page)).toHaveCount(0);
  });

  test('onto what it is in already: without the reason before the drop, or filed twice', async ({
    app: { page },
  }) => {
    await start(page);
    await page.getByTestId('selection-clear').click();
    await dragOver(tile(page, 1), collectionLine(page, 'Hats'));
    await expect(cue(page)).toHaveText('It is in “Hats” already');
    await page.mouse.up();
    await expect(page.getByTestId('toast').last()).toContainText('It is in “Hats” already');
    await expect(collectionLine(page, 'Hats')).toContainText('3');
  });

  test('between collections that leaves the item behind, or with Ctrl takes it away', async ({
    app: { page },
  }) => {
    await start(page);
    await collectionLine(page, 'Hats').click();
    await page.getByTestId('collection-view').getByTestId('item-tile').nth(2).waitFor();
    await tile(page, 0).dragTo(collectionLine(page, 'Gifts'));
    await expect(collectionLine(page, 'Hats')).toContainText('2');
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await expect(page.getByTestId('collection-view').getByTestId('item-tile')).toHaveCount(2);
    await dragOver(tile(page, 0), collectionLine(page, 'Gifts'));
    await expect(cue(page)).toHaveText('Move 1 item to “Gifts”');
    await page.keyboard.down('Control');
    await collectionLine(page, 'Gifts').hover({ position: { x: 66, y: 14 } });
    await expect(cue(page)).toHaveText('Copy 1 item to “Gifts”');
    await page.keyboard.up('Control');
    await page.keyboard.down('Alt');
    await collectionLine(page, 'Gifts').hover({ position: { x: 61, y: 14 } });
    await expect(cue(page)).toHaveText('Copy 1 item to “Gifts”');
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(collectionLine(page, 'Gifts')).toContainText('2');
    await expect(collectionLine(page, 'Hats')).toContainText('2');
  });

  test('of a collection into itself, or into what is below it', async ({ app: { page } }) => {
    await start(page);
    await collectionLine(page, 'Gifts').dragTo(collectionLine(page, 'Hats'));
    await expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '2');
    await dragOver(collectionLine(page, 'Hats'), collectionLine(page, 'Gifts'));
    await expect(cue(page)).toHaveText('A collection cannot be moved into itself');
    await page.mouse.up();
    await expect(collectionLine(page, 'Hats')).toHaveAttribute('aria-level', '1');
    await expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '2');
  });

  test('held over a closed collection that does not open', async ({ app: { page } }) => {
    await start(page);
    await collectionLine(page, 'Gifts').dragTo(collectionLine(page, 'Hats'));
    await expect(collectionLine(page, 'Gifts')).toHaveAttribute('aria-level', '2');
    await collectionLine(page, 'Hats').press('ArrowLeft');
    await expect(collectionLine(page, 'Gifts')).toHaveCount(0);
    await dragOver(tile(page, 4), collectionLine(page, 'Hats'));
    await expect(collectionLine(page, 'Gifts')).toBeVisible();
    await collectionLine(page, 'Gifts').hover();
    await collectionLine(page, 'Gifts').hover({ position: { x: 70, y: 14 } });
    await page.mouse.up();
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
  });

  test('of the details that files nothing', async ({ app: { page } }) => {
    await start(page);
    await tile(page, 5).dblclick();
    await page.getByTestId('details-picture').dragTo(collectionLine(page, 'Gifts'));
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
  });
});

test.describe('what is in hand', () => {
  test('lost by Escape, by a place that does not take it, or not told to a screen reader', async ({
    app: { page },
  }) => {
    await start(page);
    await collectionLine(page, 'Hats').click();
    await page.getByTestId('collection-view').getByTestId('item-tile').nth(2).waitFor();
    const names = await shownNames(page);
    await tile(page, 0).press('ControlOrMeta+x');
    await expect(page.getByTestId('carry-news')).toHaveText(
      '1 item in hand. Choose a place and put it down, or press Escape.',
    );
    await collectionLine(page, 'Hats').focus();
    await expect(page.getByTestId('carry-news')).toHaveText('It is in “Hats” already');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(page.getByTestId('carry-bar')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('carry-bar')).toHaveCount(0);
    await expect(page.getByTestId('carry-news')).toHaveText('Put back. Nothing was changed.');
    expect(await shownNames(page)).toEqual(names);
  });

  test('put into the profile collection of another account than it is of', async ({ app: { page } }) => {
    await exploreDemo(page);
    await tile(page, 2).press('ControlOrMeta+c');
    await expect(page.getByTestId('carry-bar')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    await expect(page.getByTestId('account-switcher')).not.toContainText('@MarlowTinker');
    await page.getByTestId('profile-collection-link').click();
    await expect(page.getByTestId('toast').last()).toContainText('The account on screen does not own it');
    await expect(page.getByTestId('carry-bar')).toBeVisible();
    await expect(page).not.toHaveURL(/profile-collection/);
  });

  test('put down twice, or cut and copied words taken for items', async ({ app: { page } }) => {
    await start(page);
    await tile(page, 5).press('ControlOrMeta+c');
    await collectionLine(page, 'Gifts').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await page.keyboard.press('ControlOrMeta+v');
    const search = page.getByTestId('search-field');
    await search.fill('crown');
    await search.press('ControlOrMeta+a');
    await search.press('ControlOrMeta+x');
    await expect(page.getByTestId('carry-bar')).toHaveCount(0);
    await search.press('ControlOrMeta+v');
    await expect(search).toHaveValue('crown');
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
  });
});
