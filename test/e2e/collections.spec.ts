import { existsSync, readFileSync } from 'node:fs';
import { axeViolations } from './axe-violations.ts';
import {
  collectionLine,
  createCollection,
  exploreDemo,
  fileFirstItems,
  shownNames,
} from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { launchApp, type App } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';

const audio = 'own/AssetType/3/';

function undoLabel(app: App): Promise<string | undefined> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.label);
}

test.describe('local collections', () => {
  test('items filed that are not there, or an undo that leaves them', async ({ app }) => {
    const { page } = app;
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await collectionLine(page, 'Hats').click({ button: 'right' });
    await page.getByTestId('menu-createInside').click();
    await page.getByTestId('collection-name').fill('Winter');
    await page.getByTestId('edit-collection-save').click();
    await expect(collectionLine(page, 'Winter')).toHaveAttribute('aria-level', '2');
    await openCategory(page, hats);
    await fileFirstItems(page, 3, 'wint');
    await expect(page.getByTestId('toast').last()).toContainText('Added 3 items to “Winter”');
    await expect(collectionLine(page, 'Winter')).toContainText('3');
    await expect.poll(() => undoLabel(app)).toBe('Undo: add 3 items to Winter');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(collectionLine(page, 'Winter')).toContainText('0');
    await expect(page.getByTestId('toast').last()).toContainText('Undone: add 3 items to Winter');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(collectionLine(page, 'Winter')).toContainText('3');
    await page.getByTestId('toast').filter({ hasText: 'Redone' }).getByTestId('toast-action').click();
    await expect(collectionLine(page, 'Winter')).toContainText('0');
  });

  test('undo in a field taking back a change of the collections', async ({ app }) => {
    const { page } = app;
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await page.getByTestId('search-field').pressSequentially('crown');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('search-field')).not.toHaveValue('crown');
    await expect(collectionLine(page, 'Hats')).toBeVisible();
  });

  test('no way through them from the keyboard alone', async ({ app: { page } }) => {
    await exploreDemo(page);
    for (const name of ['Hats', 'Gifts']) {
      await page.keyboard.press('ControlOrMeta+Shift+N');
      await expect(page.getByTestId('collection-name')).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await collectionLine(page, name).waitFor();
      await page.getByTestId('edit-collection-dialog').waitFor({ state: 'detached' });
    }
    const gifts = collectionLine(page, 'Gifts');
    await gifts.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(gifts).toHaveAttribute('aria-posinset', '1');
    await expect(gifts).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(gifts).toHaveAttribute('aria-posinset', '2');
    await page.keyboard.press('Alt+ArrowRight');
    await expect(gifts).toHaveAttribute('aria-level', '2');
    await expect(gifts).toBeFocused();
    await page.keyboard.press('F2');
    await page.getByTestId('collection-name').fill('Presents');
    await page.keyboard.press('Enter');
    const presents = collectionLine(page, 'Presents');
    await presents.waitFor();
    await openCategory(page, hats);
    await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByTestId('selection-bar')).toContainText('2 selected');
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(page.getByTestId('picker-search')).toBeFocused();
    await page.keyboard.type('pres');
    await page.keyboard.press('Enter');
    await expect(presents).toContainText('2');
    await page.getByTestId('collection-picker').waitFor({ state: 'detached' });
    await presents.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('item-tile').nth(1).waitFor();
    const [first = '', second = ''] = await shownNames(page);
    await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => shownNames(page)).toEqual([second, first]);
    await page.keyboard.press('Delete');
    await expect(presents).toContainText('1');
    // The next item takes over the focus when the list has been read anew.
    await expect(page.getByTestId('item-tile')).toHaveCount(1);
    await expect(page.getByTestId('item-tile')).toBeFocused();
    await presents.focus();
    await page.keyboard.press('Delete');
    await expect(presents).toBeHidden();
    await expect(collectionLine(page, 'Hats')).toBeFocused();
  });

  test('a collection that comes back from the trash, or over a restart, without its items', async ({
    app,
  }, info) => {
    await app.close();
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    const first = await launchApp({ env });
    await exploreDemo(first.page);
    await createCollection(first.page, 'Hats');
    await openCategory(first.page, hats);
    await fileFirstItems(first.page, 4, 'Hats');
    await collectionLine(first.page, 'Hats').focus();
    await first.page.keyboard.press('Delete');
    await expect(collectionLine(first.page, 'Hats')).toBeHidden();
    await first.close();
    const { page, close, problems } = await launchApp({ env });
    await page.getByTestId('collection-trash-link').click();
    await page.getByTestId('restore-collection').click();
    await expect(collectionLine(page, 'Hats')).toContainText('4');
    await collectionLine(page, 'Hats').click();
    await expect(page.getByTestId('collection-view').getByTestId('item-tile')).toHaveCount(4);
    await openCategory(page, audio);
    await page.getByTestId('item-tile').first().click();
    await page.getByTestId('selection-addToCollection').click();
    await expect(page.getByTestId('picker-option').first()).toContainText('Recent');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('collection-trash-link')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(collectionLine(page, 'Hats')).toContainText('4');
    await close();
    expect([...first.problems(), ...problems()]).toEqual([]);
  });

  test('the trash emptied unasked, without saying of what, or for good at once', async ({
    app: { page },
  }) => {
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await openCategory(page, hats);
    await fileFirstItems(page, 2, 'Hats');
    await collectionLine(page, 'Hats').focus();
    await page.keyboard.press('Delete');
    await page.getByTestId('collection-trash-link').click();
    await page.getByTestId('empty-trash').click();
    await expect(page.getByTestId('empty-trash-dialog')).toContainText('1 collection goes for good.');
    await expect(page.getByTestId('empty-trash-dialog').getByRole('listitem')).toHaveText(/Hats.*2 items/s);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('trashed-collection')).toBeVisible();
    await page.getByTestId('empty-trash').click();
    await page.getByTestId('empty-trash-confirm').click();
    await expect(page.getByTestId('trashed-collection')).toBeHidden();
    await expect(page.getByTestId('empty-trash-dialog')).toBeHidden();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('trashed-collection')).toContainText('2 items');
  });

  test('a file that is not what was exported, or that an import changes', async ({ app }, info) => {
    const { page } = app;
    const file = info.outputPath('hats.json');
    await app.evaluate(({ app: own, dialog }, path) => {
      own.setPath('documents', own.getPath('userData'));
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await openCategory(page, hats);
    await fileFirstItems(page, 3, 'Hats');
    await collectionLine(page, 'Hats').click({ button: 'right' });
    await page.getByTestId('menu-exportJson').click();
    await expect(page.getByTestId('toast').last()).toContainText('Wrote “hats.json”');
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('Hats');
    await page.getByTestId('collections-menu').click();
    await page.getByTestId('menu-import').click();
    await page.getByTestId('import-file').click();
    await expect(page.getByTestId('import-summary')).toContainText('3');
    await page.getByTestId('import-submit').click();
    await expect(collectionLine(page, 'Hats')).toHaveCount(2);
    await expect(collectionLine(page, 'Hats').nth(1)).toContainText('3');
    await page.getByTestId('collections-menu').click();
    await page.getByTestId('menu-import').click();
    await page.getByTestId('import-text').fill('nonsense');
    await page.getByTestId('import-look').click();
    await page
      .getByTestId('import-dialog')
      .getByText(/cannot be used|no collections/)
      .waitFor();
  });

  test('a saved view kept as a smart collection that is empty, or takes items', async ({ app: { page } }) => {
    await exploreDemo(page);
    await page.getByTestId('search-field').fill('hat');
    await page.getByTestId('filter-button').click();
    await page.getByTestId('filter-save').click();
    await page.getByTestId('view-name').fill('All hats');
    await page.keyboard.press('Enter');
    await page.getByTestId('saved-view').first().click({ button: 'right' });
    await page.getByTestId('menu-keepAsSmart').click();
    await page.getByTestId('edit-collection-save').click();
    await expect(collectionLine(page, 'All hats')).toHaveAttribute('aria-selected', 'true');
    await fileFirstItems(page, 1, 'All hats');
    await expect(collectionLine(page, 'All hats')).toHaveCount(2);
  });
});

test.describe('collections, one after the other', () => {
  test('a view that keeps somebody out, by what axe can tell', async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await exploreDemo(page);
    await page.getByTestId('new-collection').click();
    await page.getByTestId('edit-collection-save').click();
    expect(await axeViolations(page), 'a new one without a name').toEqual([]);
    await page.getByTestId('collection-name').fill('Hats');
    await page.locator('[data-colour="yellow"]').click();
    await page.getByTestId('collection-note-field').fill('Trade the doubles.');
    await page.getByTestId('edit-collection-save').click();
    await page.getByTestId('state').waitFor();
    expect(await axeViolations(page), 'an empty one').toEqual([]);
    await openCategory(page, hats);
    await fileFirstItems(page, 6, 'Hats');
    await expect(page.getByTestId('toast').last()).toHaveCSS('opacity', '1');
    // Held under the pointer, or it would fade away meanwhile.
    await page.getByTestId('toast').last().hover();
    expect(await axeViolations(page, { keepsMessages: true }), 'a message with its undo').toEqual([]);
    await page.getByTestId('selection-addToCollection').click();
    await page.getByTestId('picker-option').filter({ hasText: 'In it already' }).waitFor();
    expect(await axeViolations(page), 'the picker').toEqual([]);
    await page.keyboard.press('Escape');
    await collectionLine(page, 'Hats').click();
    await page.getByTestId('item-tile').first().waitFor();
    await page.getByTestId('item-tile').nth(1).dblclick();
    await page.getByTestId('item-collections').getByText('Hats').waitFor();
    expect(await axeViolations(page), 'its items and the details of one').toEqual([]);
    await page.getByTestId('details-close').click();
    await page.getByTestId('look-button').click();
    await page.getByTestId('menu-table').click();
    await page.getByTestId('column-name').waitFor();
    expect(await axeViolations(page), 'as a table').toEqual([]);
    await page.getByTestId('search-field').fill('zzzz');
    await page.getByTestId('state').waitFor();
    expect(await axeViolations(page), 'nothing found').toEqual([]);
    await collectionLine(page, 'Hats').click({ button: 'right' });
    await page.getByTestId('menu-trashCollection').waitFor();
    expect(await axeViolations(page), 'its menu').toEqual([]);
    await page.getByTestId('menu-trashCollection').click();
    await page.getByTestId('collection-trash-link').click();
    await page.getByTestId('trashed-collection').waitFor();
    expect(await axeViolations(page), 'the trash').toEqual([]);
    await page.getByTestId('empty-trash').click();
    await page.getByTestId('empty-trash-confirm').waitFor();
    expect(await axeViolations(page), 'emptying it').toEqual([]);
    await page.getByTestId('empty-trash-confirm').click();
    await page.getByTestId('state').waitFor();
    expect(await axeViolations(page), 'the empty trash').toEqual([]);
    await page.getByTestId('unfiled-link').click();
    await page.getByTestId('item-tile').first().waitFor();
    expect(await axeViolations(page), 'what is unfiled').toEqual([]);
    await page.getByTestId('collections-menu').click();
    await page.getByTestId('menu-import').click();
    await page.getByTestId('import-text').fill('1029025\nnonsense');
    await page.getByTestId('import-look').click();
    await page.getByTestId('import-summary').waitFor();
    expect(await axeViolations(page), 'an import').toEqual([]);
  });
});
