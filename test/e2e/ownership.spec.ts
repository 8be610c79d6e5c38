import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { en } from '../../shared/locales/en.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { axeViolations } from './axe-violations.ts';
import { exportTo } from './choose-file.ts';
import { expect, test as demo } from './fixtures.ts';
import { launchApp } from './launch-app.ts';
import { follow, test } from './stand-in.ts';

const rows = (page: Page) => page.getByTestId('ownership-row');
const words = en.window.ownership;

/** What a paste does; typing thousands of lines takes a browser minutes. */
async function fillIn(page: Page, text: string): Promise<void> {
  await page.getByTestId('paste-text').evaluate((element, value) => {
    (element as HTMLTextAreaElement).value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

async function paste(page: Page, text: string, opener = 'ownership-begin'): Promise<void> {
  await page.getByTestId(opener).click();
  await page.getByTestId('paste-text').fill(text);
  await page.getByTestId('paste-submit').click();
}

async function askAll(page: Page): Promise<void> {
  await page.getByTestId('ask-start').click();
  await expect(page.getByTestId('ask-bar')).toHaveAttribute('data-phase', 'done', { timeout: 20_000 });
}

demo.describe('the pasted list', () => {
  demo(
    'a list that is not shown, asked, gone through by keys, filtered, corrected, exported or kept',
    async ({}, info) => {
      demo.setTimeout(120_000);
      const env = { SATCHEL_USER_DATA: info.outputPath('data') };
      const app = await launchApp({ env });
      let { page } = app;
      await page.getByTestId('explore-demo').click();
      await page.getByTestId('account-switcher').waitFor();
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByTestId('palette-search')).toBeFocused();
      await page.keyboard.type('ownersh');
      await page.keyboard.press('Enter');
      await page.getByTestId('ownership-begin').waitFor();
      expect(await axeViolations(page), 'empty').toEqual([]);
      await page.getByTestId('ownership-begin').click();
      await page.getByTestId('paste-example').click();
      await page.getByTestId('paste-submit').click();
      await rows(page).first().waitFor();
      await expect(page.getByTestId('lines-banner')).toContainText('2 lines were not understood');
      await askAll(page);
      await expect(page.getByTestId('ask-words')).toContainText('without an answer');
      const column = (id: number) => page.locator(`[data-testid="ownership-account"][data-account="${id}"]`);
      // Of a hidden inventory Roblox says no more than yes or no, and says it.
      await expect(column(hiddenAccount.userId)).toContainText(/^\D*\d+ of \d+/);
      await expect(page.locator('[data-testid="ownership-matrix"] [data-state="hidden"]')).toHaveCount(0);

      // Through the cells by keys, into what is known of one, and back to it.
      const cells = page.locator('[data-testid="ownership-matrix"] [data-index]');
      await cells.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      const focused = page.locator('[data-testid="ownership-matrix"] :focus');
      await expect(focused).toHaveAttribute('aria-colindex', '3');
      await expect(focused).toHaveAttribute('data-state', 'owned');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('cell-facts')).toContainText(/As of moments ago/);
      await expect(page.getByTestId('cell-instances')).toContainText(/\d{10}/);
      expect(await axeViolations(page), 'filled, with a cell').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(focused).toHaveAttribute('aria-colindex', '3');
      await page.keyboard.press('Control+End');
      await expect(focused).toHaveAttribute('aria-colindex', '5');
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Enter');
      await page.getByTestId('details-name').waitFor();
      await page.keyboard.press('Escape');
      await expect(focused).toHaveAttribute('data-index', '0');

      // One kind put right, one line corrected.
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByTestId('line-type').selectOption('Bundle');
      await expect(rows(page).first()).toHaveAttribute('data-item', /^Bundle-/);
      await page.getByTestId('show-lines').click();
      await expect(page.getByTestId('line-fault').first()).toHaveText(words.faults.noId);
      expect(await axeViolations(page), 'lines').toEqual([]);
      await page.getByTestId('faulty-text').first().fill('https://www.roblox.com/badges/8011000000000001/x');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('faulty-line')).toHaveCount(1);
      await page.getByTestId('close-dialog').click();

      await page.getByTestId('ownership-filter').selectOption(`missing/${smallAccount.userId}`);
      await expect(rows(page).first()).toBeVisible();
      for (const row of await rows(page).all()) {
        await expect(row.locator('[aria-colindex="4"]')).toHaveAttribute('data-state', 'notOwned');
        await expect(row.locator('[data-state="owned"]').first()).toBeVisible();
      }
      await page.getByTestId('ownership-order').click();
      await page.getByTestId('menu-fewestOwned').click();
      const [type, id] = (await rows(page).first().getAttribute('data-item'))?.split('-') ?? [];
      const file = info.outputPath('owned.csv');
      await page.getByTestId('export-button').click();
      await expect(page.getByTestId('export-column-asOf')).toBeVisible();
      expect(await axeViolations(page), 'what to export').toEqual([]);
      await exportTo(app, file);
      const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\r\n');
      expect(head).toContain(`${smallAccount.displayName} (@${smallAccount.name}): instance ids`);
      expect(lines[0]).toContain(`,${type},${id},`);
      expect(lines).toHaveLength(
        Number(await page.getByTestId('ownership-matrix').getAttribute('aria-rowcount')) - 1,
      );
      await page.getByTestId('export-button').click();
      await page.getByTestId('export-submit').click();
      await expect(page.getByTestId('export-problem')).toContainText(en.errors.fileExists.title);
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('export-dialog')).toBeHidden();

      // Offline after a restart: the list is there, and what was answered, with its age.
      await app.close();
      const again = await launchApp({ env, colorScheme: 'dark' });
      page = again.page;
      await page.getByTestId('offline-toggle').click();
      await page.getByTestId('ownership-link').click();
      await rows(page).first().waitFor();
      await expect(page.getByTestId('ask-words')).toContainText(words.ask.workingOffline);
      await expect(page.locator('[data-state="owned"]').first()).toBeVisible();
      expect(await axeViolations(page), 'offline, dark').toEqual([]);

      // All of it off, and back with what was chosen for it.
      const matrix = page.getByTestId('ownership-matrix');
      const count = (await matrix.getAttribute('aria-rowcount')) ?? '';
      await page.getByTestId('ownership-more').click();
      await page.getByTestId('menu-clear').click();
      await expect(page.getByTestId('ownership-begin')).toBeFocused();
      expect(await axeViolations(page), 'cleared').toEqual([]);
      await page.getByTestId('bring-back').click();
      await expect(matrix).toHaveAttribute('aria-rowcount', count);
      await expect(rows(page).first()).toHaveAttribute('data-item', /^Bundle-/);
      await page.getByTestId('ownership-more').click();
      await expect(page.getByTestId('menu-clear')).toBeVisible();
      await expect(page.getByTestId('menu-bringBack')).toHaveCount(0);
      await page.getByTestId('menu-clear').click();
      // Told before the list is read again: of the two messages of that kind the newer one is there by now.
      await expect(page.getByTestId('ownership-begin')).toBeVisible();
      const undo = page.getByTestId('toast').filter({ hasText: 'off the list' }).last();
      await undo.getByTestId('toast-action').click();
      await expect(matrix).toHaveAttribute('aria-rowcount', count);
      expect([...app.problems(), ...again.problems()]).toEqual([]);
      await again.close();
    },
  );
});

test.describe('asking Roblox', () => {
  test.use({
    isSignedIn: true,
    appOptions: async ({ server }, use) => {
      const session = server.demo.sessionOf(smallAccount.userId) ?? '';
      await use({
        colorScheme: 'dark',
        env: { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_SESSION: session },
      });
    },
  });

  test('a refusal without its sentence, or one that takes the others along', async ({
    app: { page },
    server,
  }) => {
    test.setTimeout(90_000);
    const refusals: readonly (readonly [Fault, ErrorCode])[] = [
      [faults.refusal(400, 5), 'gamePassNotFound'],
      [faults.refusal(400, 6), 'itemTypeUnknown'],
      [faults.refusal(400, 7), 'assetNotFound'],
      [faults.refusal(400, 10), 'badgeNotFound'],
      [faults.refusal(400, 12), 'bundleNotFound'],
      [faults.refusal(403, 9), 'gamePassElsewhere'],
      [faults.html(), 'answerMalformed'],
      [faults.wrongType(), 'answerMalformed'],
    ];
    const ids = refusals.map((_, place) => richAccount.catalogue.assetId(8, 880_001 + place));
    for (const [place, [fault]] of refusals.entries())
      server.fail(new RegExp(`/items/Asset/${ids[place]}`), fault);
    const { inventory } = smallAccount;
    const owned = inventory.copy(inventory.collectibles[0] ?? 0).asset.id;
    await page.getByTestId('account-switcher').waitFor();
    await page.getByTestId('ownership-link').click();
    await paste(page, [...ids, owned].join('\n'));
    await askAll(page);
    for (const [place, [, code]] of refusals.entries()) {
      await rows(page).nth(place).locator('[aria-colindex="3"]').click();
      await expect(page.getByTestId('cell-facts')).toContainText(en.errors[code].title);
      await expect(page.getByTestId('cell-facts')).toContainText(en.errors[code].hint);
      await page.keyboard.press('Escape');
    }
    await expect(rows(page).last().locator('[data-state="owned"]')).toHaveCount(1);
    await page.getByTestId('ownership-filter').selectOption('failed');
    await expect(rows(page)).toHaveCount(refusals.length);
    expect(await axeViolations(page), 'failures, dark').toEqual([]);

    // The account as a whole: no such user, then an ended session.
    const more = (from: number) =>
      Array.from({ length: 5 }, (_, place) => richAccount.catalogue.assetId(8, from + place)).join('\n');
    for (const [fault, code, from] of [
      [faults.refusal(400, 1), 'userNotFound', 900_001],
      [faults.sessionEnded(), 'sessionEnded', 910_001],
    ] as const) {
      server.clear();
      server.fail(/\/items\//, fault);
      await paste(page, more(from), 'ownership-paste');
      await askAll(page);
      await expect(page.getByTestId('ownership-account')).toContainText(en.errors[code].title);
      expect(server.requestsTo(/\/items\//)).toHaveLength(1);
    }
    await page.getByTestId('ownership-filter').selectOption('open');
    await expect(rows(page)).toHaveCount(10);
    expect(await axeViolations(page), 'an ended session, dark').toEqual([]);
  });
});

test('progress, pause and what Roblox allows not told while a long list is asked about', async ({
  app: { page },
  server,
}) => {
  await follow(page, smallAccount.name);
  await page.getByTestId('ownership-link').click();
  const ids = Array.from({ length: 1000 }, (_, place) => richAccount.catalogue.assetId(8, 20_000 + place));
  await page.getByTestId('ownership-begin').click();
  await fillIn(page, '1\n'.repeat(10_001));
  await page.getByTestId('paste-submit').click();
  await expect(page.getByTestId('paste-problem')).toContainText(en.errors.ownershipListTooLong.title);
  await fillIn(page, ids.join('\n'));
  await page.getByTestId('paste-submit').click();
  await rows(page).first().waitFor();
  // Slow enough to be watched.
  server.fail(/\/items\//, async (exchange) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await faults.withHeaders({ 'x-ratelimit-limit': '6000, 6000;w=60', 'x-ratelimit-remaining': '5900' })(
      exchange,
    );
  });
  await page.getByTestId('ask-start').click();
  await expect(page.getByTestId('ask-words')).toContainText(/[1-9]\d* of 1,000 answered/);
  await expect(page.getByTestId('ask-rate')).toContainText(
    /Roblox allows 6,000 a minute: about 1 minute left/,
  );
  await page.getByTestId('ask-pause').click();
  await expect(page.getByTestId('ask-words')).toContainText(/Paused: [1-9]\d* of 1,000/);
  // The window does with few of the 1,000 rows, and its keys reach the others.
  expect(await rows(page).count()).toBeLessThan(60);
  await page.locator('[data-testid="ownership-matrix"] [data-index="0"]').focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-testid="ownership-matrix"] :focus')).toHaveAttribute('data-index', '2999');
  const before = server.requestsTo(/\/items\//).length;
  await page.getByTestId('ask-start').click();
  await expect.poll(() => server.requestsTo(/\/items\//).length).toBeGreaterThan(before + 8);
  await page.getByTestId('ask-cancel').click();
  await expect(page.getByTestId('ask-bar')).toHaveAttribute('data-phase', 'idle');
  await expect(page.getByTestId('ask-words')).toContainText(/of 1,000 answers are not there yet/);
  const paths = server.requestsTo(/\/items\//).map(({ path }) => path);
  expect(paths.length - new Set(paths).size).toBeLessThanOrEqual(4);
});
