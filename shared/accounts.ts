import type { ErrorCode, ErrorData } from './errors.ts';

/** An archived account keeps its library, but is asked about at Roblox no more. */
export type AccountKind = 'signedIn' | 'followed' | 'demo' | 'archived';

/**
 * How it stands with an account's session, which itself is in no type: `opening` while the keychain is read, `kept`
 * there, `thisRun` in memory only, `needed` when the person has to sign in again.
 */
export type SignInState = 'none' | 'opening' | 'kept' | 'thisRun' | 'needed';

export const accountColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type AccountColour = (typeof accountColours)[number];

/** What is on screen: one account, or the union of all. */
export type Scope = number | 'all';

/** Where a scope was left: an address of the window, and pixels scrolled. */
export interface ViewPlace {
  readonly path: string;
  readonly scrollTop: number;
}

/** Whether the account's inventory can be viewed, as far as Roblox has said (can-view-inventory, or the first answer). */
export type Visibility = 'unknown' | 'visible' | 'hidden';

export interface Account {
  /** The Roblox user id. */
  readonly id: number;
  readonly kind: AccountKind;
  readonly username: string;
  readonly displayName: string;
  readonly visibility: Visibility;
  /** Epoch milliseconds of when it was first seen to be so; null when nobody wrote that down. */
  readonly visibilitySince: number | null;
  readonly isBanned: boolean;
  /** Whether Roblox says the user exists no more. Its library stays. */
  readonly isGone: boolean;
  /** The person's own name for it. */
  readonly nickname: string | null;
  readonly colour: AccountColour | null;
  /** Whether Satchel may change this account's profile collection: there is a session for it. */
  readonly canEdit: boolean;
  readonly signIn: SignInState;
  /** Why signing in again is needed: only with `needed`. */
  readonly signInReason: ErrorCode | null;
  readonly isRefreshing: boolean;
  /** Epoch milliseconds of the newest completed refresh, null before the first. */
  readonly refreshedAt: number | null;
  /** Epoch milliseconds until Roblox takes this account's requests again; null, or past, when it does. */
  readonly rateLimitedUntil: number | null;
}

export interface AccountsState {
  /** In the person's order, archived ones among them. */
  readonly accounts: readonly Account[];
  /** null while there is no account. */
  readonly scope: Scope | null;
}

/** A sign-in that ended well. */
export interface SignInOutcome {
  readonly accountId: number;
  /** The account was here before: its session was renewed. */
  readonly wasKnown: boolean;
}

/** What became of one line of a pasted list. */
export interface FollowResult {
  readonly text: string;
  readonly accountId: number | null;
  readonly wasKnown: boolean;
  readonly error: ErrorData | null;
}

/** Whether nobody here may look: of one's own inventory Roblox answers, hidden or not. */
export function isHiddenHere({ kind, visibility }: Pick<Account, 'kind' | 'visibility'>): boolean {
  return visibility === 'hidden' && kind !== 'signedIn';
}
