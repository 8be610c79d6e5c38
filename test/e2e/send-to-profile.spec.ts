import type { Page } from 'playwright/test';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { collectionLine, createCollection, exploreDemo, fileFirstItems } from './collection-steps.ts';
import { expect, test } from './fixtures.ts';
import { hats, openCategory } from './open-category.ts';
import { axeViolations } from './axe-violations.ts';

async function send(page: Page): Promise<void> {
  await page.getByTestId('collection-menu').click();
  await page.getByTestId('menu-sendToProfile').click();
}

test('a collection sent whole, or in part without saying what was left out and why', async ({ app }) => {
  const { page, evaluate } = app;
  await exploreDemo(page);
  await createCollection(page, 'Hats');
  await openCategory(page, hats);
  await fileFirstItems(page, 3, 'Hats');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByTestId('account-switcher')).toContainText(smallAccount.displayName);
  await openCategory(page, allItemsKey);
  await page.getByTestId('item-tile').first().waitFor();
  await fileFirstItems(page, 2, 'Hats');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByTestId('account-switcher')).toContainText(richAccount.displayName);
  await collectionLine(page, 'Hats').click();
  await expect(page.getByTestId('collection-count')).toContainText('5 items');
  await send(page);
  const told = page.getByTestId('toast').filter({ hasText: 'Added 3 items to the profile collection' });
  await expect(told).toContainText('2 were left out.');
  await told.getByTestId('toast-more').click();
  await expect(page.getByTestId('result-group')).toHaveCount(1);
  await expect(page.getByTestId('result-group').getByRole('heading')).toContainText('Not owned by');
  await expect(page.getByTestId('result-group').getByRole('listitem')).toHaveCount(2);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByTestId('result-copy').click();
  await expect
    .poll(async () => (await evaluate(({ clipboard }) => clipboard.readText())).trim().split('\n'))
    .toHaveLength(2);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('result-dialog')).toBeHidden();
  await send(page);
  const nothing = page.getByTestId('toast').filter({ hasText: 'Nothing here fits' });
  await nothing.getByTestId('toast-action').click();
  await expect(page.getByTestId('result-group')).toHaveCount(2);
});
