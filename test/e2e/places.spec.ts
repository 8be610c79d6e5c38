import type { Page } from 'playwright/test';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { placesTabs } from '../../shared/places.ts';
import { en } from '../../shared/locales/en.ts';
import { faults } from '../support/roblox-faults.ts';
import { axeViolations } from './axe-violations.ts';
import { expect } from './fixtures.ts';
import { openCategory, passFrames } from './open-category.ts';
import { follow, test } from './stand-in.ts';

const asked = `/inventory/v1/users/${smallAccount.userId}/places/inventory`;
const created = 'own/AssetType/9/Created';
const tabs = (page: Page) => page.getByRole('navigation', { name: en.window.places.tabs });
const { errors } = en;

async function choose(page: Page, tab: (typeof placesTabs)[number]): Promise<void> {
  await page.getByTestId(`tab-${tab}`).click();
  await page.locator(`[data-testid="category-view"][data-key="own/AssetType/9/${tab}"]`).waitFor();
  await passFrames(page, 5);
}

test.describe("one's own places", () => {
  test.use({ isSignedIn: true });

  test('a tab that is missing, shows another one’s places, or not all of them; gone offline', async ({
    app: { page },
  }) => {
    const { places } = smallAccount.inventory;
    await openCategory(page, created);
    await expect(tabs(page).getByRole('link')).toHaveText([
      /^Created/,
      /^My games/,
      /^Other games/,
      /^Purchased/,
    ]);
    const look = async (tab: (typeof placesTabs)[number]) => {
      await choose(page, tab);
      await expect(page.getByTestId(`tab-${tab}`)).toHaveAttribute('aria-current', 'page');
      const names = places[tab].map(({ name }) => name);
      await expect(page.getByTestId('item-name')).toHaveCount(names.length);
      const shown = await page.getByTestId('item-name').allInnerTexts();
      expect(shown.toSorted()).toEqual(names.toSorted());
    };
    for (const tab of placesTabs) await look(tab);
    await page.getByTestId('offline-toggle').click();
    for (const tab of placesTabs) await look(tab);
    await expect(page.getByTestId('tab-Created')).toContainText(String(places.Created.length));
  });
});

test.describe('places of the demo', () => {
  test.use({ appOptions: {} });

  test('creator or price of a place unsaid, a search that finds none, or tabs that keep somebody out', async ({
    app: { page },
  }) => {
    const { places } = richAccount.inventory;
    const priced = places.Purchased.find(({ priceInRobux }) => (priceInRobux ?? 0) > 0);
    if (!priced) throw new Error('The demo has a place that costs something');
    await page.getByTestId('explore-demo').click();
    await openCategory(page, created);
    await choose(page, 'Purchased');
    await page.getByTestId('search-field').fill(priced.name);
    await expect(page.getByTestId('item-name').first()).toHaveText(priced.name);
    await page.getByTestId('look-button').click();
    await page.getByTestId('menu-table').click();
    const line = page.getByTestId('item-tile').first();
    await expect(line).toContainText(priced.creator.name);
    await expect(line).toContainText(String(priced.priceInRobux));
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await axeViolations(page), 'forced colours').toEqual([]);
    await page.getByTestId('tab-Created').press('Enter');
    await expect(page.getByTestId('tab-Created')).toBeFocused();
    await expect(page.getByTestId('tab-Created')).toHaveAttribute('aria-current', 'page');
  });
});

test("somebody else's places that Roblox does not show without the reason on their tab, or asked for without end", async ({
  app: { page },
  server,
}) => {
  await follow(page, smallAccount.name);
  // To others Roblox lists one entry for all.
  await openCategory(page, created);
  await expect(page.getByTestId('item-tile').first()).toBeVisible();
  const state = page.getByTestId('state');
  for (const tab of ['MyGames', 'OtherGames', 'Purchased'] as const) {
    server.clear();
    await choose(page, tab);
    await expect(state).toContainText(errors.placesNotPermitted.title);
    await expect(state).toContainText(errors.placesNotPermitted.hint);
    expect(server.requestsTo(asked)).toHaveLength(1);
  }
  server.fail(asked, faults.refusal(400, 6), 1);
  await page.getByTestId('refresh-button').click();
  await expect(state).toContainText(errors.placesRequestInvalid.title);
  await page.getByTestId('tab-Created').click();
  await expect(page.getByTestId('item-tile').first()).toBeVisible();
  server.fail(asked, faults.notJson(), 5);
  await page.getByTestId('refresh-button').click();
  await expect(page.getByRole('status').filter({ hasText: errors.answerMalformed.title })).toBeVisible();
  await expect(page.getByTestId('item-tile').first()).toBeVisible();
});
