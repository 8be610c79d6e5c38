import { splitSession } from '../../electron/accounts/session-text.ts';
import { Library } from '../../electron/library/library.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { createServices } from '../../electron/services.ts';
import { followedAccounts, fortyAccounts, signedInAccounts } from '../support/forty-accounts.ts';
import { MemoryVault } from '../support/memory-vault.ts';
import { noDialogs } from '../support/no-dialogs.ts';
import type { RobloxServer } from '../support/roblox-server.ts';
import type { Keychain } from './keychain.ts';
import { hats } from './open-category.ts';

const hatsPath = `/category/${encodeURIComponent(hats)}`;

/** A data folder as one is after months of use: 40 accounts, each refreshed and last seen at its hats. */
export async function prepareAccounts(
  folder: string,
  server: RobloxServer,
  keychain: Keychain,
): Promise<void> {
  const vault = new MemoryVault();
  const clipboard = { text: '' };
  const services = await createServices({
    openLibrary: (onSetAside) => inThisThread(new Library(folder, onSetAside)),
    version: '0.0.0-test',
    environment: { SATCHEL_ROBLOX_ORIGIN: server.origin },
    emit: () => undefined,
    vault,
    dialogs: noDialogs,
    dataFolder: folder,
    clipboard: { read: () => Promise.resolve(clipboard.text), clear: () => undefined },
    openSignInWindow: () => {
      throw new Error('Nobody signs in by window here');
    },
  });
  for (const { userId } of signedInAccounts) {
    clipboard.text = server.signIn(userId);
    await services.signIn.paste();
    const { secret } = splitSession(clipboard.text);
    await keychain.write(String(userId), secret);
  }
  await services.following.followAll(followedAccounts.map(({ name }) => name).join('\n'));
  for (const { userId } of fortyAccounts) {
    await services.refresh.categories(userId, false);
    await services.refresh.profileCollection(userId, false);
    await services.refresh.items(userId, hats, false);
    await services.accounts.rememberPlace(userId, { path: hatsPath, scrollTop: 0 });
  }
  await services.accounts.select(fortyAccounts[0]?.userId ?? 'all');
  await services.close();
}

/** The names of an account's newest hats, as the server has them. Asked past its record of requests. */
export async function newestHats({ demo }: RobloxServer, userId: number): Promise<string[]> {
  const address = `https://inventory.roblox.com/v2/users/${userId}/inventory/8?limit=10&sortOrder=Desc`;
  const answer = await demo.fetch(new Request(address));
  const { data } = (await answer.json()) as { data: { assetName: string }[] };
  return data.slice(0, 3).map(({ assetName }) => assetName);
}
