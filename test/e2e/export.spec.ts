import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { allItemsKey } from '../../shared/category-keys.ts';
import { columnsOf } from '../../shared/export-tables.ts';
import { axeViolations } from './axe-violations.ts';
import { choose, exportTo } from './choose-file.ts';
import {
  collectionLine,
  createCollection,
  exploreDemo,
  exploreWholeDemo,
  fileFirstItems,
} from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { openCategory } from './open-category.ts';

test.describe('an export', () => {
  test('other rows than those on screen, or columns that are asked for anew each time', async ({
    app,
  }, info) => {
    const { page } = app;
    const [whole, some] = [info.outputPath('crowns.json'), info.outputPath('some.csv')];
    await exploreDemo(page);
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    await page.getByTestId('search-field').fill('crown');
    const count = page.getByTestId('category-count');
    await expect(count).toContainText('match');
    const found = Number((await count.innerText()).replaceAll(/\D/g, ''));
    await page.getByTestId('export-button').click();
    await expect(page.getByTestId('export-list')).toContainText(`${found} rows`);
    await page.getByTestId('export-format-json').click();
    await page.getByTestId('export-every').click();
    await choose(app, null);
    await page.getByTestId('export-submit').click();
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'answered') as unknown)).toBeNull();
    await expect(page.getByTestId('export-dialog')).toBeVisible();
    await choose(app, whole);
    await page.getByTestId('export-submit').click();
    await expect(page.getByTestId('toast').last()).toContainText('Wrote “crowns.json”');
    const { columns, items } = JSON.parse(readFileSync(whole, 'utf8')) as {
      columns: string[];
      items: { name: string }[];
    };
    expect(columns).toEqual(columnsOf('items'));
    expect(items).toHaveLength(found);
    const shown = await page.getByTestId('item-name').allInnerTexts();
    expect(items.slice(0, 5).map(({ name }) => name)).toEqual(shown.slice(0, 5));

    // Of what is chosen, from its menu, with the columns of last time.
    await page.getByTestId('item-tile').nth(1).click();
    await page.getByTestId('item-tile').nth(1).click({ button: 'right' });
    await page.getByTestId('menu-exportItems').click();
    await expect(page.getByTestId('export-of-selection')).toContainText('1 row');
    await expect(page.getByTestId('export-column-thumbnail').getByRole('checkbox')).toBeChecked();
    await page.getByTestId('export-format-csv').click();
    await choose(app, whole);
    await page.getByTestId('export-submit').click();
    await expect(page.getByTestId('export-problem')).toContainText('There is a file of that name already');
    await choose(app, some);
    await page.getByTestId('export-submit').click();
    await expect(page.getByTestId('toast').last()).toContainText('Wrote “some.csv”');
    expect(readFileSync(some, 'utf8').split('\r\n')[1]).toContain(items[1]?.name);
  });

  test('a place without one, or one that leaves more than its file', async ({ app }, info) => {
    const { page } = app;
    await exploreWholeDemo(page);
    await createCollection(page, 'Hats');
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await expect(page.getByTestId('toast').last()).toContainText('There is nothing to export here');
    await openCategory(page, allItemsKey);
    await fileFirstItems(page, 3, 'Hats');
    await collectionLine(page, 'Hats').click();
    await page.getByTestId('collection-view').getByTestId('item-tile').first().waitFor();
    await page.getByTestId('collection-menu').click();
    await page.getByTestId('menu-exportItems').click();
    await expect(page.getByTestId('export-list')).toContainText('All of “Hats”');
    await page.keyboard.press('Escape');

    await openCategory(page, allItemsKey);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByTestId('palette-search').fill('export this list');
    await page.keyboard.press('Enter');
    await choose(app, info.outputPath('all.csv'));
    await page.getByTestId('export-submit').click();
    await expect(page.getByTestId('toast').last()).toContainText('10,984 rows');
    expect(readdirSync(info.outputDir).filter((name) => /\.(csv|part)$/.test(name))).toEqual(['all.csv']);
  });
});

test.describe('an export of collectibles', () => {
  test('a copy, a day or a mover that its tab shows and its file does not', async ({ app }, info) => {
    const { page } = app;
    const rowsOf = (table: string) =>
      (
        JSON.parse(readFileSync(info.outputPath(`${table}.json`), 'utf8')) as Record<
          string,
          Record<string, unknown>[]
        >
      )[table] ?? [];
    const ask = async (tab: string) => {
      await page.getByTestId(`tab-${tab}`).click();
      await page.getByTestId('export-button').click();
      await page.getByTestId('export-every').click();
      return page.getByTestId('export-list').innerText();
    };
    await page.getByTestId('explore-demo').click();
    await page.getByTestId('collectibles-link').click();
    const first = page.getByTestId('collectibles-view').getByTestId('item-tile').first();
    await first.click({ button: 'right' });
    await page.getByTestId('menu-exportItems').click();
    await expect(page.getByTestId('export-of-selection')).toContainText('1 item with its copies');
    await page.getByTestId('export-format-json').click();
    await exportTo(app, info.outputPath('copies.json'));
    const name = await first.getByTestId('item-name').innerText();
    const chosen = rowsOf('copies');
    expect(new Set(chosen.map((row) => row['name']))).toEqual(new Set([name]));
    expect(new Set(chosen.map((row) => row['instanceId'])).size).toBe(chosen.length);
    expect(Number(chosen[0]?.['averagePrice'])).toBeGreaterThan(0);
    rmSync(info.outputPath('copies.json'));
    await page.keyboard.press('Escape');

    await page.getByTestId('export-button').click();
    await page.getByTestId('export-of-list').click();
    await expect(page.getByTestId('export-of-list')).toContainText('2,000 rows');
    await exportTo(app, info.outputPath('copies.json'));
    expect(rowsOf('copies')).toHaveLength(2000);
    expect(rowsOf('copies')[0]?.['name']).toBe(name);

    const told = await ask('items');
    await exportTo(app, info.outputPath('items.json'));
    const ids = rowsOf('items').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told).toContain(`${ids.length.toLocaleString('en')} rows`);

    await first.click();
    await expect(page.getByTestId('selection-bar')).toBeVisible();
    await page.getByTestId('tab-history').click();
    await expect(page.getByTestId('selection-bar')).toBeHidden();
    await page.getByTestId('history-range-month').click();
    expect(await ask('history')).toContain('30 rows');
    await exportTo(app, info.outputPath('days.json'));
    const days = rowsOf('days');
    expect(days).toHaveLength(30);
    expect(days.some(({ value }) => value === null)).toBe(true);
    expect(days.at(-1)?.['copies']).toBe(2000);

    await page.getByTestId('tab-movers').click();
    await page.getByTestId('movers-up').getByTestId('mover').first().waitFor();
    const moved = await page
      .getByTestId('movers-up')
      .getByTestId('mover')
      .first()
      .locator('.name')
      .innerText();
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await page.getByTestId('export-every').click();
    await exportTo(app, info.outputPath('movers.json'));
    expect(rowsOf('movers')[0]).toMatchObject({ change: 'up', name: moved });
  });
});

test.describe('the export dialog', () => {
  test('a dialog that keeps somebody out, by what axe can tell', async ({ app: { page } }) => {
    await exploreDemo(page);
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await page.getByTestId('export-dialog').waitFor();
    expect(await axeViolations(page), 'as it opens').toEqual([]);
    for (const column of await page.getByTestId('export-dialog').getByRole('checkbox').all())
      await column.uncheck();
    expect(await axeViolations(page), 'without a column').toEqual([]);
  });
});
