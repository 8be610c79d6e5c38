import { expect } from '../e2e/fixtures.ts';
import { generateAccount } from '../../electron/demo/account.ts';
import type { Guide } from './guide.ts';

const hats = 'own/AssetType/8/';

const nova = { userId: 5_120_407, name: 'NovaBrambles', displayName: 'Nova', seed: 77, itemCount: 2_400 };
export const juniper = {
  userId: 5_120_408,
  name: 'JuniperKite',
  displayName: 'Juniper',
  seed: 78,
  itemCount: 900,
};

/** Who lives on the server that stands in for Roblox while the tour follows and signs in. */
export const tourAccounts = [nova, juniper].map((plan) =>
  generateAccount({ ...plan, collectibleCount: 60, placeCount: 8, favoriteCount: 20 }),
);

/** Follows two public inventories and one that is none, goes from one to the other, and looks at all of them at once. */
export async function meetAccounts(guide: Guide): Promise<void> {
  const { page } = guide.app;
  await page.keyboard.press('ControlOrMeta+n');
  const lines = [nova.name, `roblox.com/users/${juniper.userId}/profile`, 'not a name!'];
  await page.getByTestId('follow-list').fill(lines.join('\n'));
  await page.getByTestId('follow-list-submit').click();
  await page.getByTestId('follow-list-result').nth(2).waitFor();
  await guide.show('Two public inventories followed, and one line that is none');
  await page.getByTestId('close-dialog').click();
  await switchTo(guide, nova.displayName);
  await guide.openCategory(hats);
  await guide.show('A followed inventory');
  await switchTo(guide, juniper.displayName);
  await guide.openCategory(hats);
  await guide.show('And the other, one click away');
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('all-accounts-option').click();
  await guide.openCategory(hats);
  await page.getByTestId('category-age').filter({ hasText: 'Updated' }).waitFor();
  await guide.show('All accounts together, with their owners');
  await compare(guide, 'menu-duplicates');
  await guide.show('What more than one account owns');
  await compare(guide, `menu-missing-${juniper.userId}`);
  await guide.show('What one account lacks');
  await compare(guide, 'menu-any');
}

/** Signs in in Roblox's window, where this computer has no keychain, and out again. */
export async function signInAndOut(guide: Guide): Promise<void> {
  const { page, windows } = guide.app;
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByTestId('sign-in-open').click();
  await page.getByTestId('sign-in-waiting').waitFor();
  await guide.show('Signing in, in a window of its own');
  const findWindow = () => windows().find((window) => window.url().includes('/www/login'));
  // It is open before its page has come.
  await expect.poll(findWindow).toBeDefined();
  const signInWindow = findWindow();
  if (!signInWindow) throw new Error('The sign-in window is not there');
  await signInWindow.getByLabel('Username').fill(nova.name);
  await signInWindow.getByRole('button').click();
  await page.getByTestId('keychain-problem').waitFor();
  await guide.show('Without a keychain the session is written nowhere');
  await page.getByTestId('keep-for-this-run').click();
  await page.getByTestId('add-account-dialog').waitFor({ state: 'detached' });
  await guide.openCategory(hats);
  await guide.show('Signed in, and the account followed before is its own now');
  await guide.dismissMessages();
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('sign-out-account').click();
  await page.getByTestId('sign-out-dialog').waitFor();
  await guide.show('Signing out: here, or at Roblox too');
  await page.getByTestId('sign-out-session-end').click();
  await page.getByTestId('sign-out-confirm').click();
  await page.getByTestId('sign-out-dialog').waitFor({ state: 'detached' });
  await switchTo(guide, 'Marlow');
}

export async function switchTo({ app: { page } }: Guide, name: string): Promise<void> {
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('account-option').filter({ hasText: name }).first().click();
  await page.getByTestId('account-switcher').filter({ hasText: name }).waitFor();
}

async function compare({ app: { page } }: Guide, choice: string): Promise<void> {
  await page.getByTestId('filter-button').click();
  await page.getByTestId('owned-button').click();
  await page.getByTestId(choice).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
}
