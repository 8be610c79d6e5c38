import { faults } from '../support/roblox-faults.ts';
import type { RobloxServer } from '../support/roblox-server.ts';
import { juniper, switchTo } from './account-steps.ts';
import type { Guide } from './guide.ts';

const hats = 'own/AssetType/8/';
const listOfHats = /\/v2\/users\/\d+\/inventory\/8$/;

/** What the library does beyond one list: narrowing, keeping views, refreshing everything, and telling what changed. */
export async function useLibrary(guide: Guide, server: RobloxServer): Promise<void> {
  await switchTo(guide, juniper.displayName);
  await narrowDown(guide);
  await refreshEverything(guide);
  await loseSomething(guide, server);
  await loseRoblox(guide, server);
  await lookInside(guide);
  await switchTo(guide, 'Marlow');
}

async function narrowDown(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.openCategory(hats);
  await page.getByTestId('filter-button').click();
  await page.getByTestId('limited-yes').click();
  await page.getByTestId('price-from').fill('1k');
  await guide.show('Filters: limiteds from a thousand Robux');
  await page.getByTestId('filter-save').click();
  await page.getByTestId('view-name').fill('Dear hats');
  await page.keyboard.press('Enter');
  await page.getByTestId('saved-view').waitFor();
  await page.getByTestId('look-button').click();
  await page.getByTestId('menu-table').click();
  await page.getByTestId('column-name').waitFor();
  await page.getByTestId('category-age').hover();
  await guide.show('Kept as a view in the sidebar, shown as a table');
  await page.getByTestId('look-button').click();
  await page.getByTestId('menu-comfortable').click();
}

async function refreshEverything(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.keyboard.press('ControlOrMeta+Shift+R');
  await page.getByTestId('open-refresh').click();
  await page.getByTestId(`refresh-${juniper.userId}`).waitFor();
  await guide.show('Refreshing everything, with counts and a pause');
  await page
    .locator(`[data-testid="refresh-${juniper.userId}"][data-phase="done"]`)
    .waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
}

async function loseSomething(guide: Guide, server: RobloxServer): Promise<void> {
  const { page } = guide.app;
  let taken: number | undefined;
  server.fail(
    listOfHats,
    faults.without((assetId) => assetId === (taken ??= assetId)),
  );
  server.fail(/\/is-owned$/, faults.status(200, false));
  server.fail(
    /\/items\/Asset\/\d+\/?$/,
    faults.status(200, { previousPageCursor: null, nextPageCursor: null, data: [] }),
  );
  await page.keyboard.press('ControlOrMeta+Shift+R');
  await page.getByTestId('loss-banner').waitFor({ timeout: 60_000 });
  await guide.show('Something is gone: a calm alert');
  await page.getByTestId('loss-show').click();
  await page.getByTestId('timeline-entry').first().waitFor();
  await guide.show('The timeline says what, and when');
  await page.getByTestId('loss-dismiss').click();
  server.clear();
}

async function loseRoblox(guide: Guide, server: RobloxServer): Promise<void> {
  const { page } = guide.app;
  server.fail('', faults.reset());
  await guide.openCategory(hats);
  await page.keyboard.press('ControlOrMeta+r');
  await page.getByTestId('unreachable-banner').waitFor();
  await guide.show('Roblox cannot be reached: said since when');
  server.clear();
  await page.getByTestId('unreachable-banner').waitFor({ state: 'detached', timeout: 30_000 });
}

async function lookInside(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('account-size').first().waitFor();
  await guide.show('Settings: when it refreshes, and the room it takes');
  await page.keyboard.press('ControlOrMeta+Shift+Y');
  await page.getByTestId('tab-refreshes').click();
  await page.getByTestId('refresh-record').first().waitFor();
  await guide.show('Activity: every refresh and how it ended');
  await page.getByTestId('tab-requests').click();
  await page.getByTestId('ledger-request').first().waitFor();
  await guide.show('Activity: every request');
}
