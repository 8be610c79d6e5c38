import { setTimeout } from 'node:timers/promises';
import type { AccountsState } from '../../shared/accounts.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import { Accounts } from '../accounts/accounts.ts';
import { Activity } from '../accounts/activity.ts';
import { Following } from '../accounts/following.ts';
import type { OnSession } from '../accounts/session-offers.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import { SignIn, type Clipboard } from '../accounts/sign-in.ts';
import type { SignInWindow } from '../accounts/sign-in-window.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { RobloxServices } from './roblox-services.ts';

export interface AccountServicesOptions {
  readonly library: Pick<RemoteLibrary, 'places'>;
  readonly book: AccountBook;
  readonly sessions: AccountSessions;
  readonly roblox: RobloxServices;
  /** When each account was last refreshed, as the library has it. */
  readonly refreshedAt: ConstructorParameters<typeof Activity>[0];
  readonly clipboard: Clipboard;
  readonly openSignInWindow: (onSession: OnSession) => SignInWindow;
  /** Deletes what is cached of an account. */
  readonly forget: (accountId: number) => Promise<void>;
  /** Gives up what an account that leaves still wanted changed at Roblox. */
  readonly giveUp: (accountId: number) => Promise<void>;
  readonly onChanged: (state: AccountsState) => void;
}

export interface AccountServices {
  readonly accounts: Accounts;
  readonly following: Following;
  readonly signIn: SignIn;
}

/** Who there is, and the ways in: following, the demo, signing in. */
export function createAccountServices(options: AccountServicesOptions): AccountServices {
  const { library, book, sessions, roblox } = options;
  const { client } = roblox;
  const accounts = new Accounts({
    book,
    places: library.places,
    sessions,
    activity: new Activity(options.refreshedAt),
    client,
    now: Date.now,
    forget: options.forget,
    giveUp: options.giveUp,
    onChanged: options.onChanged,
  });
  const following = new Following({
    book,
    sessions,
    client,
    accounts,
    openDemo: roblox.openDemo,
    now: Date.now,
    wait: setTimeout,
  });
  const signIn = new SignIn({
    book,
    sessions,
    client,
    accounts,
    clipboard: options.clipboard,
    openWindow: options.openSignInWindow,
  });
  return { accounts, following, signIn };
}
