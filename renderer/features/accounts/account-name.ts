import type { Account } from '../../../shared/accounts.ts';

/** What an account is called on screen: the person's own name for it before Roblox's. */
export function accountName(account: Account): string {
  return account.nickname ?? account.displayName;
}
