import { richAccount } from '../../electron/demo/demo-accounts.ts';
import type { Services } from '../../electron/services.ts';
import type { ItemPage } from '../../shared/views.ts';
import { startSatchel, type Satchel } from './services.ts';

/** A Satchel that has one account, with its categories known and the record of requests emptied. */
export async function followedSatchel(account = richAccount, isSignedIn = false): Promise<Satchel> {
  // Walking a whole tree in a second is no guest's behaviour: the allowances are raised, not ignored.
  const satchel = await startSatchel({
    roblox: { limitFactor: 100 },
    session: (server) => (isSignedIn ? server.demo.sessionOf(account.userId) : undefined),
  });
  if (!isSignedIn) await satchel.services.following.follow(String(account.userId));
  await satchel.services.refresh.categories(account.userId, false).catch(() => undefined);
  satchel.server.clear();
  return satchel;
}

/** The newest items of a list, as a view reads them. */
export function firstPage(
  services: Services,
  category: string,
  accountId = richAccount.userId,
): Promise<ItemPage> {
  return services.library.holdings.page({ scope: accountId, category, search: '', sort: 'newest' }, 0);
}
