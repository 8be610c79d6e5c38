import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { openCategory } from './open-category.ts';

const hair = 'own/AssetType/41/';
const audio = 'own/AssetType/3/';

async function exploreDemo(page: Page): Promise<void> {
  await page.getByTestId('explore-demo').click();
  await openCategory(page, hair);
  await expect(page.getByTestId('item-tile').first()).toBeVisible();
}

/** How many items are in the profile collection, once that is known. */
async function collectionCount(page: Page): Promise<number> {
  const link = page.getByTestId('profile-collection-link');
  await expect(link).toContainText(/\d/);
  return Number(/\d+/.exec(await link.innerText())?.[0]);
}

test.describe('the profile collection', () => {
  test('dragging two items onto it adding none, or one', async ({ app: { page } }) => {
    await exploreDemo(page);
    const before = await collectionCount(page);
    const tiles = page.getByTestId('item-tile');
    await tiles.nth(2).click();
    await tiles.nth(4).click({ modifiers: ['ControlOrMeta'] });
    await tiles.nth(4).dragTo(page.getByTestId('profile-collection-link'));
    await expect(page.getByTestId('toast').first()).toContainText('2 items');
    // The count is read again after the toast.
    await expect.poll(() => collectionCount(page)).toBe(before + 2);
  });

  test('the menu command and its key doing nothing, or something else than the drag', async ({ app }) => {
    const { page } = app;
    await exploreDemo(page);
    const before = await collectionCount(page);
    await page.getByTestId('item-tile').nth(2).click();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(page.getByTestId('toast').first()).toBeVisible();
    await expect.poll(() => collectionCount(page)).toBe(before + 1);
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('removeFromProfileCollection')?.click();
    });
    await expect.poll(() => collectionCount(page)).toBe(before);
  });

  test('no way to it from the keyboard alone', async ({ app: { page } }) => {
    await exploreDemo(page);
    const before = await collectionCount(page);
    await page.getByTestId('item-grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('details-panel').waitFor();
    await page.getByTestId('details-toggle-collection').press('Enter');
    await expect.poll(() => collectionCount(page)).toBe(before + 1);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('details-panel')).toBeHidden();
  });

  test('a refused item shown as added, or refused without a reason', async ({ app: { page } }) => {
    await exploreDemo(page);
    const before = await collectionCount(page);
    await openCategory(page, audio);
    await page.getByTestId('item-tile').first().dragTo(page.getByTestId('profile-collection-link'));
    const refusal = page.getByTestId('toast').filter({ hasText: 'Not allowed in the profile collection' });
    await expect(refusal).toBeVisible();
    await expect.poll(() => collectionCount(page)).toBe(before);
    await page.getByTestId('profile-collection-link').click();
    await expect(page.getByTestId('change-mark')).toContainText('Refused by Roblox');
    await page.getByTestId('activity-link').click();
    await page.getByRole('tab', { name: 'Outbox' }).click();
    await expect(page.getByTestId('outbox-change')).toContainText('Not allowed in the profile collection');
    await page.getByTestId('discard-change').click();
    await expect(page.getByTestId('outbox-change')).toHaveCount(0);
  });
});

test.describe('working offline', () => {
  test('what was seen before gone, or what was not seen failing without a word', async ({
    app: { page },
  }) => {
    await exploreDemo(page);
    const first = await page.getByTestId('item-name').first().innerText();
    await openCategory(page, audio);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    await page.getByTestId('offline-toggle').click();
    await expect(page.getByTestId('offline-banner')).toBeVisible();
    await openCategory(page, hair);
    await expect(page.getByTestId('item-name').first()).toHaveText(first);
    await openCategory(page, 'own/AssetType/61/');
    await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'offline');
    await page.getByTestId('offline-toggle').click();
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
  });
});

test.describe('a restart', () => {
  test('accounts and what was browsed forgotten, after a quit or a kill', async ({ app }, info) => {
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    await app.close();
    const first = await launchApp({ env });
    await exploreDemo(first.page);
    const name = await first.page.getByTestId('item-name').first().innerText();
    await first.kill();
    const second = await launchApp({ env });
    await expect(second.page.getByTestId('account-switcher')).toContainText('Marlow');
    await openCategory(second.page, hair);
    await expect(second.page.getByTestId('item-name').first()).toHaveText(name);
    expect(second.problems()).toEqual([]);
    await second.close();
  });
});

test.describe('the grid', () => {
  test('a category seen before asking Roblox before it opens', async ({ app: { page } }) => {
    await exploreDemo(page);
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    await openCategory(page, audio);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    const calls = () =>
      page.evaluate(async () => {
        const { satchel } = window as unknown as {
          satchel: { request(name: string, input: object): Promise<unknown> };
        };
        const { data } = (await satchel.request('ledger.list', {})) as {
          data: { name: string; calls: number }[];
        };
        // Pictures are a matter of what is in view.
        const asked = data.filter(({ name }) => name !== 'batch' && name !== 'picture');
        return asked.reduce((total, entry) => total + entry.calls, 0);
      });
    const before = await calls();
    await openCategory(page, hair);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    expect(await calls()).toBe(before);
  });

  test('search showing what does not match, or not telling that nothing does', async ({ app: { page } }) => {
    await exploreDemo(page);
    const names = page.getByTestId('item-name');
    const word = (await names.first().innerText()).split(' ').at(-1) ?? '';
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByTestId('search-field')).toBeFocused();
    await page.keyboard.type(word.toUpperCase());
    const isOnlyMatches = async () => {
      const shown = await names.allInnerTexts();
      return shown.length > 0 && shown.every((name) => name.toLowerCase().includes(word.toLowerCase()));
    };
    await expect.poll(isOnlyMatches).toBe(true);
    await page.getByTestId('search-field').fill('zzzz nothing');
    await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'no-results');
  });

  test('the order of a sort not reaching the screen', async ({ app: { page } }) => {
    await exploreDemo(page);
    await page.getByTestId('sort-button').click();
    await page.getByTestId('menu-nameAscending').click();
    await expect
      .poll(async () => {
        const names = (await page.getByTestId('item-name').allInnerTexts())
          .slice(0, 5)
          .map((name) => name.toLowerCase());
        return names.length === 5 && names.every((name, index) => (names[index - 1] ?? '') <= name);
      })
      .toBe(true);
  });
});
