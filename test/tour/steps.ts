import { meetAccounts, signInAndOut } from './account-steps.ts';
import type { RobloxServer } from '../support/roblox-server.ts';
import { dragOver } from '../e2e/drag-over.ts';
import { useCollections } from './collection-steps.ts';
import { useInventory } from './inventory-steps.ts';
import { useLibrary } from './library-steps.ts';
import { countRequests, type Report } from './report.ts';
import type { Guide } from './guide.ts';
import { traceScroll } from './scroll-trace.ts';

const everything = 'own/*';
const hats = 'own/AssetType/8/';
const hair = 'own/AssetType/41/';
const packages = 'own/AssetType/32/';
const audio = 'own/AssetType/3/';
const neverSeen = 'own/AssetType/46/';
const created = 'own/AssetType/9/Created';
const scrollSeconds = 10;

/** The whole tour, step by step. Returns what was measured on the way. */
export async function takeTour(
  guide: Guide,
  server: RobloxServer,
): Promise<Pick<Report, 'scroll' | 'scrollBack' | 'requestsToReopenCategory'>> {
  await welcome(guide);
  await browse(guide);
  await lookAtItems(guide);
  await changeProfileCollection(guide);
  const requestsToReopenCategory = await reopenCategory(guide);
  await useCollections(guide);
  await useInventory(guide);
  await workOffline(guide);
  await lookAround(guide);
  await meetAccounts(guide);
  await useLibrary(guide, server);
  await signInAndOut(guide);
  return { ...(await scrollFar(guide)), requestsToReopenCategory };
}

async function welcome(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.getByTestId('welcome').waitFor();
  await guide.show('Welcome');
  await page.getByTestId('follow-field').fill('not a user name!');
  await page.getByTestId('follow-submit').click();
  await page.getByText('That is not a username').first().waitFor();
  await guide.show('Rubbish in the follow field has its own sentence');
  await page.getByTestId('explore-demo').click();
  await page.getByTestId('item-tile').first().waitFor();
  await guide.show('The demo account');
}

async function browse(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await guide.openCategory(hats);
  await page.getByTestId('item-tile').filter({ hasText: '#' }).first().waitFor();
  await guide.waitForPictures();
  await guide.show('Head accessories, limiteds with serial and price');
  await guide.openCategory(hair);
  await guide.show('Hair');
  await guide.openCategory(created);
  await guide.show('Places');
  await guide.openCategory(hats);
  await page.getByTestId('search-field').fill('crown');
  const isFound = () =>
    [...document.querySelectorAll('[data-testid="item-name"]')].every(({ textContent }) =>
      /crown/i.test(textContent),
    );
  await page.waitForFunction(isFound);
  await guide.show('Search as you type');
}

async function lookAtItems(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.getByTestId('item-tile').filter({ hasText: '#' }).first().dblclick();
  await page.getByTestId('details-owned').waitFor();
  await guide.show('Details of a limited, with every copy');
  await page.getByTestId('details-close').click();
  await page.getByTestId('search-field').fill('');
  await guide.openCategory(packages);
  await page.getByTestId('item-tile').first().dblclick();
  await page.getByTestId('package-contents').waitFor();
  await guide.show('A package and what it contains');
  await page.getByTestId('details-close').click();
}

async function changeProfileCollection(guide: Guide): Promise<void> {
  const { page } = guide.app;
  const target = page.getByTestId('profile-collection-link');
  await guide.openCategory(hair);
  const tiles = page.getByTestId('item-tile');
  await tiles.nth(2).click();
  await tiles.nth(4).click({ modifiers: ['ControlOrMeta'] });
  await dragOver(tiles.nth(4), target);
  await guide.show('Dragging two items onto the profile collection');
  await page.mouse.up();
  await page.getByTestId('toast').first().waitFor();
  await guide.show('Two items added');
  await guide.dismissMessages();
  await guide.openCategory(audio);
  await page.getByTestId('item-tile').first().dragTo(target);
  await page.getByText('Not allowed in the profile collection').first().waitFor();
  await guide.show('One refused, with the reason Roblox gives');
  await guide.dismissMessages();
  await guide.openCategory(hair);
  await tiles.nth(6).click();
  await tiles.nth(11).click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByText('The profile collection is full').first().waitFor();
  await guide.show('The profile collection is full');
  await guide.dismissMessages();
  await target.click();
  await page.getByTestId('item-tile').first().click();
  await page.keyboard.press('Delete');
  await page
    .getByTestId('toast')
    .filter({ hasText: /removed/i })
    .first()
    .waitFor();
  await guide.show('One item removed from the profile collection');
  await guide.dismissMessages();
}

/** A category seen before opens from the cache: counts the requests that go out while it does. */
async function reopenCategory(guide: Guide): Promise<number> {
  await guide.settle();
  const before = await countRequests(guide.app);
  await guide.openCategory(created);
  await guide.openCategory(hair);
  await guide.settle();
  return (await countRequests(guide.app)) - before;
}

async function workOffline(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.getByTestId('offline-banner').waitFor();
  await guide.openCategory(hats);
  await guide.show('Working offline, browsing on');
  await guide.openCategory(neverSeen);
  await page.getByTestId('state').waitFor();
  await guide.show('Offline, and never seen before');
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.getByTestId('offline-banner').waitFor({ state: 'detached' });
  await page.getByTestId('item-tile').first().waitFor();
  await guide.show('Back online');
}

async function lookAround(guide: Guide): Promise<void> {
  const { app } = guide;
  const { page } = app;
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('account-option').first().waitFor();
  await guide.show('Switching accounts');
  await page.getByTestId('add-account').click();
  await page.getByTestId('add-account-dialog').waitFor();
  await guide.show('Three ways to add an account');
  await page.getByTestId('close-dialog').click();
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('managed-account').first().waitFor();
  await guide.show('Every account, its state and its place');
  await page.getByTestId('manage-accounts-done').click();
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('account-option').filter({ hasText: 'QuietHeron' }).click();
  await guide.openCategory(hats);
  await page.getByTestId('state').waitFor();
  await guide.show('A hidden inventory says so');
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('account-option').filter({ hasText: 'Marlow' }).first().click();
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'));
  await guide.openCategory(hats);
  await page.getByTestId('item-tile').nth(3).dblclick();
  await page.getByTestId('details-owned').waitFor();
  await guide.show('Dark');
  await page.getByTestId('details-close').click();
  await page.setViewportSize({ width: 560, height: 860 });
  await guide.show('A narrow window');
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'));
  await page.setViewportSize({ width: 1360, height: 860 });
}

async function scrollFar(guide: Guide): Promise<Pick<Report, 'scroll' | 'scrollBack'>> {
  const { page } = guide.app;
  await guide.openCategory(everything);
  await page.getByTestId('category-age').filter({ hasText: 'Updated' }).waitFor({ timeout: 60_000 });
  await guide.dismissMessages();
  await guide.show('Everything the account owns');
  const items = Number((await page.getByTestId('category-count').innerText()).replaceAll(/\D/g, ''));
  const scroll = await traceScroll(guide.app, items, scrollSeconds, 'down');
  await guide.show('After a long scroll');
  const scrollBack = await traceScroll(guide.app, items, scrollSeconds - 1, 'up');
  return { scroll, scrollBack };
}
