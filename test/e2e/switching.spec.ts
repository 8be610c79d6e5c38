import { expect, test } from './fixtures.ts';
import { hats, openCategory, passFrames } from './open-category.ts';

interface Looking {
  look: () => { readonly scrollTop: number; readonly items: readonly (string | undefined)[] };
}

/** Defined in the page, to be asked of a single frame: every place in view and the item in it. */
function defineLook(): void {
  (window as unknown as Looking).look = () => {
    const scroller = document.querySelector('[data-scroll-place]');
    const view = scroller?.getBoundingClientRect();
    if (!scroller || !view) throw new Error('No list is on screen');
    const places = [...scroller.querySelectorAll<HTMLElement>('[data-index]')];
    const isInView = ({ top, bottom }: DOMRect) => bottom > view.top && top < view.bottom;
    return {
      scrollTop: scroller.scrollTop,
      items: places
        .filter((place) => isInView(place.getBoundingClientRect()))
        .map((place) => place.dataset['item']),
    };
  };
}

test.describe('switching accounts', () => {
  test.beforeEach(async ({ app: { page } }) => {
    await page.getByTestId('explore-demo').click();
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().waitFor();
  });

  test('the view, or how far it was scrolled, lost on the way there and back', async ({ app: { page } }) => {
    const scroller = page.locator('[data-scroll-place]');
    await scroller.evaluate((element) => (element.scrollTop = 900));
    await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(900);
    // Where a list is left is noted when it has been scrolled, in the next frame.
    await passFrames(page, 2);
    await page.keyboard.press('ControlOrMeta+2');
    await expect(page.getByTestId('account-switcher')).not.toContainText('@MarlowTinker');
    await page.getByTestId('profile-collection-link').click();
    await expect(page).toHaveURL(/profile-collection/);
    await page.keyboard.press('ControlOrMeta+1');
    await expect(page).toHaveURL(/AssetType%2F8%2F/);
    await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(900);
    // Where a list is left is noted when it has been scrolled, in the next frame.
    await passFrames(page, 2);
    await page.keyboard.press('ControlOrMeta+2');
    await expect(page).toHaveURL(/profile-collection/);
  });

  test('a frame without items, or with those of the account before, on the way back', async ({
    app: { page },
  }) => {
    const scroller = page.locator('[data-scroll-place]');
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    await scroller.evaluate((element) => (element.scrollTop = 9000));
    // The row that holds the grid's one tab stop stays, first of all; rows below the view follow a frame or two later.
    const last = page.getByTestId('item-tile').last();
    await expect.poll(() => last.getAttribute('data-index').then(Number)).toBeGreaterThan(200);
    await passFrames(page, 5);
    await page.evaluate(defineLook);
    const before = await page.evaluate(() => (window as unknown as Looking).look());
    expect(before.items.length).toBeGreaterThan(6);
    await page.keyboard.press('ControlOrMeta+2');
    await expect(page.getByTestId('account-switcher')).not.toContainText('@MarlowTinker');
    await page.getByTestId('item-tile').first().waitFor();
    await page.getByTestId('account-switcher').click();
    // The task after the next frame: what is in the page by then has been painted.
    const painted = await page
      .getByTestId('account-option')
      .first()
      .evaluate(async (element) => {
        (element as HTMLElement).click();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return (window as unknown as Looking).look();
      });
    expect(painted).toEqual(before);
  });

  test('no way to another account from the keyboard alone, or nobody told which it is', async ({
    app: { page },
  }) => {
    await page.getByTestId('account-switcher').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('account-list').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('account-list')).toBeHidden();
    await expect(page.getByTestId('account-switcher')).toBeFocused();
    await expect(page.getByTestId('account-news')).toHaveText(/^Now showing /);
  });

  test('a nickname, a colour or the order forgotten after a click', async ({ app: { page } }) => {
    await page.getByTestId('account-switcher').click();
    await page.getByTestId('edit-account').click();
    await page.getByTestId('account-nickname').fill('  Main  ');
    await page.locator('[data-testid="account-colour"][data-colour="teal"]').click();
    await page.getByTestId('edit-account-save').click();
    await expect(page.getByTestId('account-switcher')).toContainText('Main');
    await page.keyboard.press('ControlOrMeta+Shift+M');
    await page.getByTestId('move-account-down').first().click();
    await expect(page.getByTestId('managed-account').nth(1)).toContainText('Main');
    await expect(page.getByTestId('manage-accounts-news')).toHaveText(/^Main is now number 2 of /);
  });

  test('an archived library gone, or still among the accounts', async ({ app: { page } }) => {
    await page.getByTestId('account-switcher').click();
    await page.getByTestId('account-option').first().waitFor();
    const before = await page.getByTestId('account-option').count();
    await page.getByTestId('sign-out-account').click();
    await page.getByTestId('sign-out-confirm').click();
    await expect(page.getByTestId('sign-out-dialog')).toBeHidden();
    await page.getByTestId('account-switcher').click();
    await expect(page.getByTestId('archived-toggle')).toBeVisible();
    const archived = page.getByTestId('account-option').filter({ hasText: 'Archived' });
    if ((await archived.count()) === 0) await page.getByTestId('archived-toggle').click();
    await expect(page.getByTestId('account-option')).toHaveCount(before);
    await archived.click();
    await expect(page.getByTestId('account-banner')).toHaveAttribute('data-state', 'archived');
    await page.getByTestId('item-tile').first().waitFor();
  });
});
