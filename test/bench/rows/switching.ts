import type { Page } from 'playwright/test';
import { openSatchel, paintedAt, withApp } from '../apps.ts';
import { benchAccounts } from '../library/fill-library.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import { clickAccount } from '../page-probes.ts';
import type { Row } from '../row.ts';
import { formatFigure, median, quantile } from '../statistics.ts';

const switches = 90;
const frameMs = 1000 / 60;

/** From the click on another account to the paint of its cached view, in frames of a 60 Hz display. */
export const switching: Row = {
  name: 'switch',
  figures: ['switch'],
  async measure() {
    const folder = copyLibrary(100_000, 'switch');
    const times = await withApp(openSatchel(folder), async (app) => {
      await paintedAt(app);
      const { page } = app;
      const items = await visitAll(page);
      const measured: number[] = [];
      for (let count = 1; count <= switches; count += 1) {
        const place = count % items.length;
        measured.push(await page.evaluate(clickAccount, { place, item: items[place] ?? '' }));
        // What a switch brings with it in the background belongs to it, not to the next one.
        await page.waitForTimeout(150);
      }
      return measured;
    });
    const ours = quantile(times, 0.95) / frameMs;
    const note = `${switches} clicks over 3 accounts, p95 ${formatFigure(quantile(times, 0.95))} ms, median ${formatFigure(median(times))} ms`;
    return [{ name: 'switch', ours, peer: null, unit: 'frames', limit: 6, note }];
  },
};

/** Shows every account once, which is the warm-up, and gives the first item of each; ends at the first account. */
async function visitAll(page: Page): Promise<string[]> {
  const items: string[] = [];
  for (const { username } of [...benchAccounts.slice(1), benchAccounts[0]]) {
    await page.getByTestId('account-switcher').click();
    await page.getByTestId('account-option').filter({ hasText: username }).click();
    await page.getByTestId('account-switcher').filter({ hasText: username }).waitFor();
    await page.getByTestId('item-tile').first().waitFor();
    await page.waitForTimeout(1500);
    items.push((await page.locator('[data-index="0"]').getAttribute('data-item')) ?? '');
  }
  if (new Set(items).size !== items.length) throw new Error('Two accounts show the same first item');
  return [...items.slice(-1), ...items.slice(0, -1)];
}
