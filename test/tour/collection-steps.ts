import { collectionLine, createCollection, fileFirstItems } from '../e2e/collection-steps.ts';
import { openCategory } from '../e2e/open-category.ts';
import type { Guide } from './guide.ts';

const hats = 'own/AssetType/8/';
const hair = 'own/AssetType/41/';
const audio = 'own/AssetType/3/';

/** Files items on this computer, takes it back, and changes the profile collection without a network. */
export async function useCollections(guide: Guide): Promise<void> {
  await file(guide);
  await takeBack(guide);
  await changeOffline(guide);
}

async function file(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await createCollection(page, 'Outfits');
  await collectionLine(page, 'Outfits').click({ button: 'right' });
  await page.getByTestId('menu-createInside').click();
  await page.getByTestId('collection-name').fill('Winter');
  await guide.show('A collection within another');
  await page.getByTestId('edit-collection-save').click();
  await collectionLine(page, 'Winter').waitFor();
  await openCategory(page, hats);
  await fileFirstItems(page, 8, 'Winter');
  await collectionLine(page, 'Winter').click();
  await page.getByTestId('collection-view').getByTestId('item-tile').nth(7).waitFor();
  await guide.show('Eight items filed, of whichever account');
}

async function takeBack(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.dismissMessages();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/^Undone: add 8 items to Winter/).waitFor();
  await guide.show('Undone, by name');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.getByTestId('collection-view').getByTestId('item-tile').nth(7).waitFor();
  await guide.dismissMessages();
}

/** Ten changes without a network, one of them of a kind that Roblox does not take. */
async function changeOffline(guide: Guide): Promise<void> {
  const { page } = guide.app;
  const target = page.getByTestId('profile-collection-link');
  const tiles = page.getByTestId('item-tile');
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.getByTestId('offline-banner').waitFor();
  await target.click();
  await tiles.first().click();
  await tiles.nth(7).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await guide.openCategory(hair);
  await tiles.nth(3).click();
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await guide.openCategory(audio);
  await tiles.first().click();
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await target.click();
  await guide.show('Ten changes made offline, each waiting');
  await guide.dismissMessages();
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.getByText('Not allowed in the profile collection').first().waitFor();
  await guide.show('Back online: nine at Roblox, one refused with its reason');
  await guide.dismissMessages();
  await page.getByTestId('activity-link').click();
  await page.getByTestId('tab-outbox').click();
  await guide.show('The outbox in Activity');
}
