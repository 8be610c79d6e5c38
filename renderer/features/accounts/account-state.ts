import type { ErrorCode } from '../../../shared/errors.ts';
import { isHiddenHere, type Account } from '../../../shared/accounts.ts';
import type { Connectivity } from '../../../shared/status.ts';

/** How it stands with an account, as one of these and never two. Times in epoch milliseconds. */
export type AccountState =
  | { readonly kind: 'archived' | 'gone' | 'banned' | 'opening' | 'refreshing' | 'hidden' }
  | { readonly kind: 'neverFetched' | 'fresh' }
  | { readonly kind: 'signInAgain'; readonly reason: ErrorCode }
  | { readonly kind: 'offline'; readonly refreshedAt: number | null }
  | { readonly kind: 'rateLimited'; readonly until: number }
  /** `refreshedAt` is null when the clock must have been wrong. */
  | { readonly kind: 'stale'; readonly refreshedAt: number | null };

const freshForMs = 60 * 60 * 1000;
/** Satchel never waits longer than this for Roblox; what says so was noted under another clock. */
const longestWaitMs = 60 * 60 * 1000;
const clockSlackMs = 5 * 60 * 1000;

/**
 * The one state to show of an account. What lasts comes before what passes, what the person has to do before what
 * happens by itself: archived, gone, banned, sign in again, offline, rate limited, refreshing, opening the keychain,
 * hidden, never fetched, and at last the age of what is saved: stale or fresh.
 */
export function accountStateOf(account: Account, connectivity: Connectivity, now: number): AccountState {
  const { refreshedAt, rateLimitedUntil } = account;
  if (account.kind === 'archived') return { kind: 'archived' };
  if (account.isGone) return { kind: 'gone' };
  if (account.isBanned) return { kind: 'banned' };
  if (account.signIn === 'needed') {
    return { kind: 'signInAgain', reason: account.signInReason ?? 'sessionEnded' };
  }
  if (connectivity === 'offline') return { kind: 'offline', refreshedAt };
  if (rateLimitedUntil !== null && rateLimitedUntil > now && rateLimitedUntil - now <= longestWaitMs) {
    return { kind: 'rateLimited', until: rateLimitedUntil };
  }
  if (account.isRefreshing) return { kind: 'refreshing' };
  if (account.signIn === 'opening') return { kind: 'opening' };
  if (isHiddenHere(account)) return { kind: 'hidden' };
  if (refreshedAt === null) return { kind: 'neverFetched' };
  if (refreshedAt - now > clockSlackMs) return { kind: 'stale', refreshedAt: null };
  return now - refreshedAt > freshForMs ? { kind: 'stale', refreshedAt } : { kind: 'fresh' };
}

/**
 * Whether the banner says that its inventory is hidden and what is saved of it stays: whatever else it waits for. One of which
 * nothing was ever seen says so in its view.
 */
export function isHiddenSaid(account: Account): boolean {
  const { kind, isGone, isBanned, refreshedAt } = account;
  return isHiddenHere(account) && kind !== 'archived' && !isGone && !isBanned && refreshedAt !== null;
}
