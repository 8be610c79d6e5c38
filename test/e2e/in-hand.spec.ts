import type { Page } from 'playwright/test';
import { axeViolations } from './axe-violations.ts';
import { bar, cue, startWith, tile } from './carry-steps.ts';
import { collectionLine } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';

/** An item of the library in hand, in front of a collection. */
async function carryTo(page: Page, name: string): Promise<void> {
  await tile(page, 2).press('ControlOrMeta+c');
  await expect(bar(page)).toBeVisible();
  await collectionLine(page, name).press('Enter');
  await page.getByTestId('collection-view').waitFor();
}

test.describe('while something is in hand', () => {
  test('a double click on a place whose second click opens it', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await tile(page, 2).press('ControlOrMeta+c');
    await collectionLine(page, 'Gifts').dblclick();
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await expect(page.getByTestId('category-view')).toBeVisible();
    await collectionLine(page, 'Gifts').press('Enter');
    await expect(page.getByTestId('collection-view')).toBeVisible();
  });

  test('a click on a control of a place puts it down there', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await carryTo(page, 'Gifts');
    const search = page.getByTestId('search-field');
    await search.click();
    await expect(search).toBeFocused();
    await page.getByTestId('collection-menu').click();
    await page.getByTestId('menu-editCollection').click();
    await page.getByTestId('collection-name').press('Escape');
    await expect(bar(page)).toBeVisible();
    await expect(collectionLine(page, 'Gifts')).toContainText('0');
    await page.getByTestId('collection-view').getByTestId('state').click();
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await collectionLine(page, 'Gifts').press('ControlOrMeta+x');
    await page.getByTestId('new-collection').click();
    await page.getByTestId('collection-name').waitFor();
    await expect(bar(page)).toBeVisible();
  });

  test('Escape that closes a menu, a dialog or the details puts it back as well', async ({
    app: { page },
  }) => {
    await startWith(page, 'Hats', 'Gifts');
    await tile(page, 2).dblclick();
    await page.getByTestId('details-owned').waitFor();
    await tile(page, 3).press('ControlOrMeta+c');
    await page.getByTestId('details-close').focus();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('details-panel')).toHaveCount(0);
    await expect(bar(page)).toBeVisible();
    await collectionLine(page, 'Gifts').click({ button: 'right' });
    await page.getByTestId('menu-editCollection').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('menu-editCollection')).toHaveCount(0);
    await expect(bar(page)).toBeVisible();
    await page.getByTestId('new-collection').click();
    await page.getByTestId('collection-name').press('Escape');
    await expect(page.getByTestId('edit-collection-dialog')).toHaveCount(0);
    await expect(bar(page)).toBeVisible();
    await tile(page, 0).press('Escape');
    await expect(bar(page)).toHaveCount(0);
  });

  test('the cue stays behind when its place leaves the screen', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await carryTo(page, 'Gifts');
    await page.getByTestId('collection-view').getByTestId('state').hover();
    await expect(cue(page)).toHaveText('Add 1 item to “Gifts”');
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByTestId('collection-view')).toHaveCount(0);
    await expect(cue(page)).toHaveCount(0);
    await expect(bar(page)).toBeVisible();
  });

  test('an undo leaves a place refusing what it no longer has', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await tile(page, 2).dragTo(collectionLine(page, 'Gifts'));
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await tile(page, 2).press('ControlOrMeta+c');
    await collectionLine(page, 'Gifts').hover();
    await expect(cue(page)).toHaveText('It is in “Gifts” already');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(collectionLine(page, 'Gifts')).toContainText('0');
    await expect(cue(page)).toHaveText('Add 1 item to “Gifts”');
    await collectionLine(page, 'Gifts').click();
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await expect(bar(page)).toHaveCount(0);
  });

  test('putting it down or back by the buttons of the bar loses the focus', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await carryTo(page, 'Gifts');
    await page.getByTestId('carry-put-here').press('Enter');
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator('body')).not.toBeFocused();
    await collectionLine(page, 'Hats').press('ControlOrMeta+x');
    await page.getByTestId('carry-cancel').press('Enter');
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator('body')).not.toBeFocused();
  });

  test('a collection that was cut empties the clipboard', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await collectionLine(page, 'Gifts').press('ControlOrMeta+x');
    const search = page.getByTestId('search-field');
    await search.press('ControlOrMeta+v');
    await expect(search).toHaveValue('Gifts');
  });

  test('a click left of the name of a collection opens it', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await tile(page, 2).press('ControlOrMeta+c');
    await collectionLine(page, 'Gifts').click({ position: { x: 10, y: 14 } });
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await expect(page.getByTestId('collection-view')).toHaveCount(0);
  });
});

test.describe('a drag', () => {
  test('over a selected line of the table that does not show where it would go', async ({
    app: { page },
  }) => {
    await startWith(page, 'Hats', 'Gifts');
    await tile(page, 0).click();
    await tile(page, 3).click({ modifiers: ['Shift'] });
    await expect(page.getByTestId('selection-bar')).toContainText('4 selected');
    await tile(page, 1).dragTo(collectionLine(page, 'Gifts'));
    await collectionLine(page, 'Gifts').click();
    await page.getByTestId('collection-view').getByTestId('item-tile').nth(3).waitFor();
    for (const look of ['grid', 'table']) {
      if (look === 'table') {
        await page.getByTestId('look-button').click();
        await page.getByTestId('menu-table').click();
        await page.getByTestId('column-name').waitFor();
      }
      await tile(page, 0).click();
      await tile(page, 2).click({ modifiers: ['ControlOrMeta'] });
      const shadow = () => tile(page, 2).evaluate((element) => getComputedStyle(element).boxShadow);
      const before = await shadow();
      await tile(page, 0).hover();
      await page.mouse.down();
      await tile(page, 2).hover();
      await tile(page, 2).hover({ position: { x: 14, y: 3 } });
      await expect(tile(page, 2)).toHaveAttribute('data-drop');
      expect(await shadow(), look).not.toBe(before);
      await page.mouse.up();
    }
  });

  test('held near the edge of the sidebar or of a list that does not bring up what is beyond it', async ({
    app: { page },
  }) => {
    await startWith(page, 'Hats');
    const list = page.locator('.scroller').filter({ has: page.getByTestId('item-grid') });
    for (const scroller of [page.getByTestId('sidebar-tree'), list]) {
      const box = await scroller.boundingBox();
      if (!box) throw new Error('It is on screen');
      const scrolled = () => scroller.evaluate(({ scrollTop }) => scrollTop);
      expect(await scrolled()).toBe(0);
      // Within some 20 px of an edge Chromium scrolls by itself; so far from it only the library of drags does.
      const edge = box.y + box.height - 90;
      await tile(page, 2).hover();
      await page.mouse.down();
      // Where the first move goes, that library keeps something small under the pointer.
      await page.mouse.move(box.x + 60, edge);
      // Here drag events come with moves alone, so the pointer keeps moving a little.
      let turn = 0;
      const moveOn = async () => {
        await page.mouse.move(box.x + 90 + (turn++ % 2), edge);
        return scrolled();
      };
      await expect.poll(moveOn, { intervals: [16] }).toBeGreaterThanOrEqual(100);
      await page.keyboard.press('Escape');
      await page.mouse.up();
    }
  });
});

test.describe('with something in hand', () => {
  test('a view that keeps somebody out, by what axe can tell', async ({ app: { page } }) => {
    await startWith(page, 'Hats', 'Gifts');
    await carryTo(page, 'Gifts');
    await page.getByTestId('collection-view').getByTestId('state').hover();
    await cue(page).waitFor();
    expect(await axeViolations(page), 'a place that takes it').toEqual([]);
    await page.getByTestId('collection-trash-link').hover();
    await expect(cue(page)).toContainText('Items stay in the inventory');
    expect(await axeViolations(page), 'a place that does not').toEqual([]);
    await page.setViewportSize({ width: 700, height: 640 });
    await page.getByTestId('open-sidebar').click();
    await collectionLine(page, 'Hats').hover();
    await expect(cue(page)).toHaveText('Add 1 item to “Hats”');
    expect(await axeViolations(page), 'the sidebar of a narrow window').toEqual([]);
    await collectionLine(page, 'Hats').click();
    await expect(collectionLine(page, 'Hats')).toContainText('1');
  });
});
