import { collectionLine, createCollection } from '../e2e/collection-steps.ts';
import { dragOver } from '../e2e/drag-over.ts';
import { expect } from '../e2e/fixtures.ts';
import type { Guide } from './guide.ts';

const hats = 'own/AssetType/8/';
const hair = 'own/AssetType/41/';
const audio = 'own/AssetType/3/';

/** Files items on this computer, takes it back, and changes the profile collection without a network. */
export async function useCollections(guide: Guide): Promise<void> {
  await nest(guide);
  await drag(guide);
  await takeBack(guide);
  await changeOffline(guide);
}

async function nest(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await createCollection(page, 'Outfits');
  await collectionLine(page, 'Outfits').click({ button: 'right' });
  await page.getByTestId('menu-createInside').click();
  await page.getByTestId('collection-name').fill('Winter');
  await guide.show('A collection within another');
  await page.getByTestId('edit-collection-save').click();
  await collectionLine(page, 'Winter').waitFor();
}

/** Eight items at once, by the mouse; then one of them to another place among the rest, by single clicks. */
async function drag(guide: Guide): Promise<void> {
  const { page } = guide.app;
  const tiles = page.getByTestId('item-tile');
  const winter = collectionLine(page, 'Winter');
  await guide.openCategory(hats);
  await guide.dismissMessages();
  await tiles.first().click();
  await tiles.nth(7).click({ modifiers: ['Shift'] });
  await page.getByTestId('selection-bar').filter({ hasText: '8 selected' }).waitFor();
  await dragOver(tiles.nth(2), winter);
  await page.getByTestId('carry-cue').waitFor();
  await guide.show('Eight items dragged: what the drop would do stands beside the pointer');
  await page.mouse.up();
  await winter.click();
  await page.getByTestId('collection-view').getByTestId('item-tile').nth(7).waitFor();
  await guide.show('Eight items filed, of whichever account');
  await tiles.nth(7).click({ button: 'right' });
  await page.getByTestId('menu-pickUp').click();
  await tiles.nth(0).hover({ position: { x: 12, y: 60 } });
  await guide.show('The same without a drag: picked up, and put down with a click');
  await tiles.nth(0).click({ position: { x: 12, y: 60 } });
  await page.getByText('Changed the order of “Winter”').waitFor();
}

async function takeBack(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.dismissMessages();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/^Undone: /).waitFor();
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
  await discardRefusals(guide);
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

/** What was refused before is read and done with: the outbox then shows what comes of the ten changes alone. */
async function discardRefusals({ app: { page } }: Guide): Promise<void> {
  await page.getByTestId('activity-link').click();
  await page.getByTestId('tab-outbox').click();
  const discard = page.getByTestId('discard-change');
  await discard.first().waitFor();
  for (let left = await discard.count(); left > 0; left -= 1) {
    await discard.first().click();
    await expect(discard).toHaveCount(left - 1);
  }
}
