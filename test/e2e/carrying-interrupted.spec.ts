import type { Page } from 'playwright/test';
import { bar, cue, startWith, tile } from './carry-steps.ts';
import { collectionLine, shownNames } from './collection-steps.ts';
import { dragOver } from './drag-over.ts';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch-app.ts';

async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { satchel } = window as unknown as {
      satchel: { request(name: string, input: object): Promise<unknown> };
    };
    await satchel.request('accounts.select', { scope: 'all' });
  });
}

test.describe('carrying that is interrupted', () => {
  test('a drag that another account is shown in the middle of never ends, or files something', async ({
    app: { page },
  }) => {
    await startWith(page, 'Gifts');
    await dragOver(tile(page, 2), collectionLine(page, 'Gifts'));
    await expect(cue(page)).toBeVisible();
    const before = await page.getByTestId('account-switcher').innerText();
    await showAll(page);
    await expect(page.getByTestId('account-switcher')).not.toHaveText(before, { useInnerText: true });
    await page.getByTestId('activity-link').hover();
    await page.mouse.up();
    // No end of a drag is told of what is gone: the pointer that moves freely is what shows it.
    await page.mouse.move(600, 300);
    await page.mouse.move(600, 400, { steps: 30 });
    await expect(cue(page)).toHaveCount(0);
    // It is in the sidebar while something is carried.
    await expect(page.getByTestId('collection-trash-link')).toHaveCount(0);
    await expect(collectionLine(page, 'Gifts')).toContainText('0');
    await tile(page, 4).press('ControlOrMeta+c');
    await collectionLine(page, 'Gifts').click();
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
  });

  test('items of an account that is signed out meanwhile lost, sent to another profile, or nameless', async ({
    app: { page },
  }) => {
    await startWith(page, 'Gifts');
    const name = await tile(page, 2).getByTestId('item-name').innerText();
    await tile(page, 2).press('ControlOrMeta+c');
    await page.getByTestId('account-switcher').click();
    await page.getByTestId('sign-out-account').click();
    await page.getByTestId('sign-out-library-delete').click();
    await page.getByTestId('sign-out-confirm').click();
    await expect(page.getByTestId('sign-out-dialog')).toBeHidden();
    await expect(bar(page)).toBeVisible();
    await page.getByTestId('profile-collection-link').click();
    await expect(bar(page)).toBeVisible();
    await collectionLine(page, 'Gifts').click();
    await expect(bar(page)).toHaveCount(0);
    await expect(collectionLine(page, 'Gifts')).toContainText('1');
    await collectionLine(page, 'Gifts').click();
    await expect.poll(() => shownNames(page)).toEqual([name]);
  });

  test('an item that was said to be filed missing, or there twice, when Satchel is killed at once', async ({
    app: unused,
  }, info) => {
    await unused.close();
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    const first = await launchApp({ env });
    await startWith(first.page, 'Gifts');
    const name = await tile(first.page, 2).getByTestId('item-name').innerText();
    await tile(first.page, 2).dragTo(collectionLine(first.page, 'Gifts'));
    await first.page.getByTestId('toast').filter({ hasText: 'Added 1 item to “Gifts”' }).waitFor();
    await first.kill();
    const second = await launchApp({ env });
    await expect(collectionLine(second.page, 'Gifts')).toContainText('1');
    await collectionLine(second.page, 'Gifts').click();
    await expect.poll(() => shownNames(second.page)).toEqual([name]);
    await expect(bar(second.page)).toHaveCount(0);
    expect(second.problems()).toEqual([]);
    await second.close();
  });

  test('what is in hand when Satchel is quit carried on, or changed, at the next start', async ({
    app: unused,
  }, info) => {
    await unused.close();
    const env = { SATCHEL_USER_DATA: info.outputPath('data') };
    const first = await launchApp({ env });
    await startWith(first.page, 'Gifts');
    await tile(first.page, 2).dragTo(collectionLine(first.page, 'Gifts'));
    await collectionLine(first.page, 'Gifts').click();
    await first.page.getByTestId('collection-view').getByTestId('item-tile').waitFor();
    await tile(first.page, 0).press('ControlOrMeta+x');
    await expect(bar(first.page)).toBeVisible();
    await first.close();
    const second = await launchApp({ env });
    await expect(collectionLine(second.page, 'Gifts')).toContainText('1');
    await expect(bar(second.page)).toHaveCount(0);
    await second.close();
  });
});
