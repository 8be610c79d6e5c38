import { setTimeout } from 'node:timers/promises';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { expect } from './fixtures.ts';
import { follow, test } from './stand-in.ts';
import { violations } from './violations.ts';

const { userId, displayName } = richAccount;
const row = `refresh-${userId}`;
const byType = /\/v2\/users\/\d+\/inventory\/\d+$/;

const slowly: Fault = async (exchange) => {
  await setTimeout(200);
  await faults.withHeaders({})(exchange);
};

test('a refresh of everything that is not seen, cannot be paused, or forgets where it was', async ({
  app,
  server,
}) => {
  const { page } = app;
  await follow(page, String(userId));
  await page.getByTestId('item-tile').first().waitFor();
  server.fail(byType, slowly);
  await page.keyboard.press('ControlOrMeta+Shift+R');
  await expect(page.getByTestId('refresh-news')).toContainText(`Refreshing everything of ${displayName}`);
  await page.getByTestId('open-refresh').click();
  const line = page.getByTestId(row);
  await expect(line).toHaveAttribute('data-phase', 'running');
  await expect(line).toContainText(/\d+ of \d+/);
  await expect(line).toContainText(/received/);
  expect(await violations(page)).toEqual([]);

  await line.getByTestId('pause-refresh').click();
  await expect(line).toHaveAttribute('data-phase', 'paused');
  const asked = server.requestsTo(byType).length;
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('open-refresh')).toBeFocused();
  await expect(page.getByTestId('refresh-line')).toContainText('Refresh paused');
  expect(server.requestsTo(byType).length).toBe(asked);

  server.clear();
  await page.getByTestId('resume-all').click();
  await expect(page.getByTestId('refresh-news')).toContainText('up to date', { timeout: 30_000 });
  expect(server.requestsTo(/\/categories$/)).toEqual([]);
});

test('a list that could not be read, or a wait, kept from the person', async ({ app, server }) => {
  const { page } = app;
  await follow(page, String(smallAccount.userId));
  await page.getByTestId('item-tile').first().waitFor();
  server.fail(byType, faults.tooManyRequests(3), 1);
  server.fail(/favorites\/13\/assets$/, faults.html());
  await page.getByTestId('open-refresh').click();
  await page.getByTestId('refresh-everything').click();
  await expect(page.getByTestId(`refresh-${smallAccount.userId}`)).toHaveAttribute('data-phase', 'done', {
    timeout: 40_000,
  });
  await expect(page.getByTestId('refresh-line')).toContainText('1 list could not be read');
  await page.getByTestId('unread').locator('summary').click();
  await expect(page.getByTestId('unread')).toContainText('Favourites: Decals');
  await expect(page.getByTestId('unread')).toContainText('Roblox’s answer could not be read');
});

test('a hidden inventory told list by list', async ({ app, server }) => {
  const { page } = app;
  const hidden = hiddenAccount.userId;
  await follow(page, String(hidden));
  await page.getByTestId('state').first().waitFor();
  await page.getByTestId('open-refresh').click();
  await page.getByTestId('refresh-everything').click();
  const line = page.getByTestId(`refresh-${hidden}`);
  await expect(line).toHaveAttribute('data-phase', 'done', { timeout: 40_000 });
  await expect(line.getByTestId('hidden')).toHaveText(
    'This inventory is hidden, and nothing of it was saved before.',
  );
  expect(await line.locator('li').filter({ hasText: 'hidden' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(server.requestsTo(byType).length).toBeLessThanOrEqual(6);
});
