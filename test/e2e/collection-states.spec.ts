import type { Page } from 'playwright/test';
import { firstAnswersId } from '../../shared/first-answers.ts';
import { axeViolations } from './axe-violations.ts';
import { collectionLine, createCollection, exploreDemo, fileFirstItems } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import type { App } from './launch-app.ts';
import { hats, openCategory, passFrames } from './open-category.ts';
import { passAnimations, violationsNow } from './violations.ts';

type Answer = 'never' | 'failure';

/** Has a request of the page answered by nobody, or by a disk that does not work. */
async function answerWith({ evaluate }: App, route: string, answer: Answer): Promise<void> {
  await evaluate(
    ({ ipcMain }, given) => {
      ipcMain.removeHandler(given.route);
      const failure = { ok: false, error: { code: 'storageFailed', message: 'The disk is gone' } };
      ipcMain.handle(given.route, () =>
        given.answer === 'never' ? new Promise(() => undefined) : Promise.resolve(failure),
      );
    },
    { route, answer },
  );
}

/** Keeps what is searched for as a smart collection, which is shown then. */
async function keepSearch(page: Page, search: string, name: string): Promise<void> {
  await page.getByTestId('search-field').fill(search);
  await page.getByTestId('filter-button').click();
  await page.getByTestId('filter-save').click();
  await page.getByTestId('view-name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByTestId('saved-view').first().click({ button: 'right' });
  await page.getByTestId('menu-keepAsSmart').click();
  await page.getByTestId('edit-collection-save').click();
  await expect(collectionLine(page, name)).toHaveAttribute('aria-selected', 'true');
}

/** The page begins anew at the collection, without the answers that come with its document: it has to ask for all. */
async function openAfresh(page: Page): Promise<void> {
  await page.addInitScript((id) => {
    const hide = () => document.getElementById(id)?.setAttribute('id', 'hidden');
    new MutationObserver(hide).observe(document, { subtree: true, childList: true });
  }, firstAnswersId);
  await page.reload();
  await page.getByTestId('account-switcher').waitFor();
  await page.evaluate(() => void (location.hash = '#/collections/1'));
}

/** Nothing is cut off at the side: what does not fit wraps, or scrolls by itself. */
async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Light and dark, in forced colours, and at 200 % text. */
async function check(page: Page, state: string): Promise<void> {
  expect(await axeViolations(page), state).toEqual([]);
  await expectNoOverflow(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await passAnimations(page);
  expect(await violationsNow(page), `${state}, in forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  await passAnimations(page);
  await setTextSize(page, '200%');
  expect(await violationsNow(page), `${state}, at 200 % text`).toEqual([]);
  await expectNoOverflow(page);
  await setTextSize(page, '');
}

async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((wanted) => void (document.documentElement.style.fontSize = wanted), size);
  await passFrames(page, 2);
  await passAnimations(page);
}

test.describe('collections', () => {
  test('a smart one that keeps somebody out, whole, changed or empty', async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await exploreDemo(page);
    await keepSearch(page, 'hat', 'All hats');
    await page.getByTestId('item-tile').first().waitFor();
    await check(page, 'its items');
    await page.getByTestId('search-field').fill('zzzz');
    await page.getByTestId('state').waitFor();
    await check(page, 'changed, and nothing found');
    await page.getByTestId('search-field').fill('crown');
    await page.getByTestId('item-tile').first().waitFor();
    await page.getByTestId('keep-smart-changes').waitFor();
    await check(page, 'changed');
  });

  test('one that is loading or cannot be read keeping somebody out', async ({ app }) => {
    test.setTimeout(120_000);
    const { page } = app;
    await exploreDemo(page);
    await createCollection(page, 'Hats');
    await openCategory(page, hats);
    await fileFirstItems(page, 3, 'Hats');
    await answerWith(app, 'collections.items', 'never');
    await collectionLine(page, 'Hats').click();
    await expect(page.getByTestId('collection-view')).toContainText('Loading');
    await check(page, 'loading');
    await openCategory(page, hats);
    await answerWith(app, 'collections.items', 'failure');
    await collectionLine(page, 'Hats').click();
    await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'error');
    await check(page, 'not to be read');
    await answerWith(app, 'collections.list', 'never');
    await openAfresh(page);
    await expect(page.getByTestId('state')).toContainText('Loading collections');
    await expect(page.getByTestId('state')).toHaveCSS('opacity', '1');
    await check(page, 'none of them known yet');
    await answerWith(app, 'collections.list', 'failure');
    await openAfresh(page);
    await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'error');
    await check(page, 'none of them to be read');
  });

  test('what asks about them keeping somebody out', async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await walkThroughQuestions(page, check);
  });

  test('what asks about them cut off or out of reach at 200 % text', async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await setTextSize(page, '200%');
    await walkThroughQuestions(page, expectNoOverflow);
  });
});

/** Through all that asks or tells about collections, by clicks and keys; `look` is had at each. */
async function walkThroughQuestions(
  page: Page,
  look: (page: Page, state: string) => Promise<void>,
): Promise<void> {
  await exploreDemo(page);
  await createCollection(page, 'Hats');
  await openCategory(page, hats);
  const tiles = page.getByTestId('item-tile');
  await tiles.nth(0).click();
  await tiles.nth(6).click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('selection-bar')).toContainText('7 selected');
  await page.getByTestId('selection-addToCollection').click();
  await page.getByTestId('picker-search').waitFor();
  await look(page, 'the picker');
  await page.keyboard.press('Escape');
  await page.getByTestId('filter-button').click();
  await page.getByTestId('filter-collections').click();
  await page.getByRole('menuitemcheckbox', { name: 'Hats' }).waitFor();
  await look(page, 'the filter');
  await page.keyboard.press('Escape');
  // While the menu is still closing, it takes the next Escape for its own.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('filter-panel')).toHaveCount(0);
  await tiles.nth(0).click();
  await tiles.nth(6).click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('selection-bar')).toContainText('7 selected');
  await page.keyboard.press('ControlOrMeta+Shift+A');
  const refused = page.getByTestId('toast').filter({ hasText: 'Roblox refused' });
  await expect(refused).toHaveCSS('opacity', '1');
  await expectNoOverflow(page);
  await refused.getByTestId('toast-more').click();
  await page.getByTestId('result-group').waitFor();
  await look(page, 'what was refused');
  await page.keyboard.press('Escape');
  await page.getByTestId('profile-collection-link').click();
  await page.getByTestId('not-fitting').waitFor();
  await look(page, 'what did not fit');
  await page.getByTestId('offer-swap').click();
  await page.getByTestId('swap-out').first().click();
  await look(page, 'a swap');
  await page.keyboard.press('Escape');
  await collectionLine(page, 'Hats').focus();
  await page.keyboard.press('Delete');
  await page.getByTestId('collection-trash-link').click();
  await page.getByTestId('empty-trash').click();
  await page.getByTestId('empty-trash-confirm').waitFor();
  await look(page, 'emptying the trash');
}
