import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { en } from '../../shared/locales/en.ts';
import { faults } from '../support/roblox-faults.ts';
import { expect } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';
import { follow, test } from './stand-in.ts';

const hair = 'own/AssetType/41/';
const { errors } = en;

test.describe('the follow field', () => {
  for (const [text, code] of [
    ['not a name!', 'followTextUnreadable'],
    ['<img src=x onerror=alert(1)>', 'followTextUnreadable'],
    ['9007199254740993', 'idNotSafe'],
    ['nobody_of_this_name', 'userNotFound'],
    ['987654321', 'userNotFound'],
  ] as const) {
    test(`no sentence of its own for ${text}`, async ({ app: { page } }) => {
      await page.getByTestId('follow-field').fill(text);
      await page.getByTestId('follow-submit').click();
      await expect(page.getByTestId('welcome')).toContainText(errors[code].title);
      await expect(page.getByTestId('welcome')).toContainText(errors[code].hint);
      await expect(page.getByTestId('follow-field')).toHaveValue(text);
    });
  }
});

test.describe('a public inventory', () => {
  test('a server that speaks Inventory v1 not standing in for Roblox', async ({ app: { page }, server }) => {
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    await page.getByTestId('item-tile').first().dblclick();
    await expect(page.getByTestId('details-owned')).toBeVisible();
    expect(server.requests.every(({ session }) => session === undefined)).toBe(true);
    expect(server.requestsTo('/rbxcdn/').length).toBeGreaterThan(0);
    const agents = new Set(server.requestsTo('/inventory').map(({ headers }) => headers['user-agent']));
    expect([...agents].join()).toMatch(/^Satchel\/\d/);
  });

  test('a hidden one not told as hidden', async ({ app: { page } }) => {
    await follow(page, hiddenAccount.name);
    await openCategory(page, hats);
    await expect(page.getByTestId('state')).toContainText(errors.inventoryHidden.title);
  });

  test('a followed account offered to be changed', async ({ app: { page }, server }) => {
    await follow(page, smallAccount.name);
    await openCategory(page, hats);
    await page.getByTestId('item-tile').first().click();
    await page.keyboard.press('ControlOrMeta+Shift+A');
    await expect(page.getByTestId('toast').first()).toContainText(errors.accountReadOnly.title);
    expect(server.requestsTo('/inventory/v1/collections')).toEqual([]);
  });
});

test.describe('an answer that cannot be used', () => {
  const bad = {
    truncated: [faults.truncated(), 'answerMalformed'],
    'a page of HTML': [faults.html(), 'answerMalformed'],
    empty: [faults.empty(), 'answerMalformed'],
    'of a wrong type': [faults.wrongType(), 'answerMalformed'],
    oversized: [faults.oversized(), 'answerTooLarge'],
    'a redirect elsewhere': [faults.redirect('http://127.0.0.1:9/'), 'redirectRefused'],
    'a server error': [faults.status(500), 'robloxFailed'],
    'a lost connection': [faults.reset(), 'unreachable'],
    // Last: the endpoint stays closed for as long as this says.
    'a 429': [faults.tooManyRequests(120), 'rateLimited'],
  } as const;

  test('wordless, crashing the view, or taking away what was saved', async ({ app: { page }, server }) => {
    test.setTimeout(120_000);
    await follow(page, richAccount.name);
    await openCategory(page, hats);
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    const count = await page.getByTestId('category-count').innerText();
    for (const [what, [fault, code]] of Object.entries(bad)) {
      await test.step(what, async () => {
        server.fail(/\/v2\/users\//, fault);
        await page.getByTestId('refresh-button').first().click();
        await expect(page.getByTestId('error-banner')).toContainText(errors[code].title);
        await expect(page.getByTestId('item-tile').first()).toBeVisible();
        await expect(page.getByTestId('category-count')).toHaveText(count);
        server.clear();
        if (code === 'rateLimited') return;
        await page.getByTestId('refresh-button').first().click();
        await expect(page.getByTestId('category-age')).toContainText('Updated');
        await expect(page.getByTestId('error-banner')).toBeHidden();
      });
    }
  });

  test('wordless where nothing was saved yet, or not to be tried again', async ({
    app: { page },
    server,
  }) => {
    await follow(page, smallAccount.name);
    server.fail(/\/inventory\/41$/, faults.html(), 1);
    await openCategory(page, hair);
    await expect(page.getByTestId('state')).toContainText(errors.answerMalformed.title);
    await page.getByTestId('state').getByRole('button').first().click();
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
  });
});

test.describe('a signed-in account', () => {
  test.use({ isSignedIn: true });

  test('a change not reaching Roblox through session, CSRF and socket', async ({ app: { page }, server }) => {
    await openCategory(page, hats);
    const link = page.getByTestId('profile-collection-link');
    await page.getByTestId('item-tile').nth(1).dragTo(link);
    await expect(page.getByTestId('toast').first()).toContainText('Added');
    const sent = () => server.requestsTo('/inventory/v1/collections');
    await expect.poll(() => sent().map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(sent().at(-1)?.headers['x-csrf-token']).toBeTruthy();
  });
});

test.describe('a damaged cache', () => {
  test('stopping Satchel, or deleted without a word', async ({ app }, info) => {
    await app.close();
    const folder = info.outputPath('data');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cache.db'), 'this is no database '.repeat(500));
    const again = await launchApp({ env: { SATCHEL_USER_DATA: folder } });
    await expect(again.page.getByTestId('welcome')).toBeVisible();
    await expect(again.page.getByTestId('toast')).toContainText('cache.set-aside-1.db');
    await expect(again.page.getByTestId('toast')).toHaveCount(1);
    expect(readdirSync(folder)).toContain('cache.set-aside-1.db');
    expect(again.problems()).toEqual([]);
    await again.close();
  });
});
