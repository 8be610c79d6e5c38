import { generateAccount, type DemoAccount } from '../../electron/demo/account.ts';
import { firstUserId } from '../../electron/demo/ids.ts';

// Beside the demo's own, whose sessions come with the demo.
const firstId = firstUserId + 500;

/** Three accounts that sign in and 37 that are followed, each with items of its own. */
export const fortyAccounts: readonly DemoAccount[] = Array.from({ length: 40 }, (_, index) =>
  generateAccount({
    userId: firstId + index,
    name: `Collector${index + 1}`,
    seed: 1000 + index,
    itemCount: 200,
    placeCount: 4,
    hasSession: index < 3,
  }),
);

export const signedInAccounts = fortyAccounts.slice(0, 3);
export const followedAccounts = fortyAccounts.slice(3);
