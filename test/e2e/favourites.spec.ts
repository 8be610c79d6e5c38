import type { Page } from 'playwright/test';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { en } from '../../shared/locales/en.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { axeViolations } from './axe-violations.ts';
import { cue } from './carry-steps.ts';
import { expect } from './fixtures.ts';
import { openCategory } from './open-category.ts';
import { follow, test } from './stand-in.ts';

const hats = 'favorites/AssetType/8/';
const { errors, window: words } = en;
const mark = (page: Page) => page.getByTestId('owned-mark');

/** Names of the account's favourite hats, by whether it owns them. */
function favourites({ inventory, catalogue }: typeof richAccount): { owned: string[]; others: string[] } {
  const nameOf = (id: number) => {
    const asset = catalogue.findAsset(id);
    return asset ? catalogue.nameOf(asset) : '';
  };
  const all = (inventory.favorites.get(8) ?? []).map((id) => ({ id, name: nameOf(id) }));
  const owned = all.filter(({ id }) => inventory.owns(`Asset/${id}`));
  const others = all.filter(({ id }) => !inventory.owns(`Asset/${id}`));
  return { owned: owned.map(({ name }) => name), others: others.map(({ name }) => name) };
}

test.describe('favourites of the demo', () => {
  test.use({ appOptions: {} });

  test('one that is owned without a mark, or one that is not taken for it, by eye or on the way to the profile', async ({
    app: { page },
  }) => {
    const { owned, others } = favourites(richAccount);
    expect(others.length).toBeGreaterThan(3);
    await page.getByTestId('explore-demo').click();
    await openCategory(page, 'own/AssetType/8/');
    await expect(page.getByTestId('category-age')).toContainText('Updated');
    await openCategory(page, hats);
    const tiles = page.getByTestId('item-tile');
    await expect(tiles.first()).toBeVisible();
    for (const tile of await tiles.all()) {
      const name = await tile.getByTestId('item-name').innerText();
      const isOwned = owned.includes(name);
      if (isOwned !== others.includes(name))
        await expect(mark(page).and(tile.locator('*')), name).toHaveCount(Number(isOwned));
    }
    await tiles
      .filter({ hasText: others[0] ?? 'none' })
      .first()
      .press('ControlOrMeta+c');
    await page.getByTestId('profile-collection-link').hover();
    await expect(cue(page)).toContainText('The account on screen does not own it');
    await page.keyboard.press('Escape');
    await tiles
      .filter({ has: mark(page) })
      .last()
      .press('ControlOrMeta+c');
    await page.getByTestId('profile-collection-link').hover();
    await expect(cue(page)).toContainText('Add 1 item to the profile collection');
    await page.keyboard.press('Escape');
    for (const look of ['comfortable', 'table'] as const) {
      await page.getByTestId('look-button').click();
      await page.getByTestId(`menu-${look}`).click();
      expect(await axeViolations(page), look).toEqual([]);
    }
    await expect(mark(page).first()).toHaveText(new RegExp(words.item.owned));
  });
});

test('what Roblox refuses of favourites without its sentence, or what was seen of them gone', async ({
  app: { page },
  server,
}) => {
  await follow(page, smallAccount.name);
  const asked = '/catalog/v1/favorites';
  const seen = smallAccount.inventory.favorites.get(8)?.length ?? 0;
  const refusals: [Fault, keyof typeof errors][] = [
    [faults.refusal(403, 6), 'listHidden'],
    [faults.refusal(400, 1), 'userNotFound'],
    [faults.wrongType(), 'answerMalformed'],
    // Last: it is asked again by itself.
    [faults.tooManyRequests(1), 'rateLimited'],
  ];
  await openCategory(page, 'favorites/AssetType/41/');
  await expect(page.getByTestId('category-age')).toContainText('Updated');
  for (const [fault, code] of refusals) {
    server.fail(asked, fault, 1);
    await page.getByTestId('refresh-button').click();
    await expect(page.getByTestId('category-view')).toContainText(errors[code].title);
  }
  await openCategory(page, hats);
  await expect(page.getByTestId('item-tile')).toHaveCount(seen);
  server.fail(asked, faults.refusal(403, 6));
  await page.getByTestId('refresh-button').click();
  await expect(page.getByTestId('category-view')).toContainText(errors.listHidden.title);
  await page.getByTestId('offline-toggle').click();
  await expect(page.getByTestId('item-tile')).toHaveCount(seen);
});
