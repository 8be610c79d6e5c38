import { AppError, toAppError } from '../../shared/errors.ts';
import type { SignInOutcome } from '../../shared/accounts.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { LentSession } from '../roblox/connection.ts';
import { users } from '../roblox/users.ts';
import type { AccountBook } from './account-book.ts';
import type { Accounts } from './accounts.ts';
import type { OnSession } from './session-offers.ts';
import { readSessionText, splitSession } from './session-text.ts';
import type { AccountSessions } from './sessions.ts';
import type { SignInWindow } from './sign-in-window.ts';

export interface Clipboard {
  read(): Promise<string>;
  clear(): void;
}

export interface SignInOptions {
  readonly book: AccountBook;
  readonly sessions: AccountSessions;
  readonly client: RobloxClient;
  readonly accounts: Accounts;
  readonly clipboard: Clipboard;
  readonly openWindow: (onSession: OnSession) => SignInWindow;
}

/** Turns a session into a signed-in account: found out whose it is, put into the keychain, then used. */
export class SignIn {
  readonly #options: SignInOptions;
  #window: SignInWindow | undefined;
  #underWay: Promise<SignInOutcome> | undefined;
  /** A session whose owner is known and which the keychain did not take: the person is asked. */
  #waiting: { user: SignedInUser; session: string } | undefined;
  #isThisRunAllowed = false;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** Throws what the window ended with, or what signing in with its session does. A second call joins the first. */
  open(): Promise<SignInOutcome> {
    this.#window?.focus();
    this.#underWay ??= this.#openWindow().finally(() => {
      this.#window = undefined;
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Throws `sessionUnreadable`, `sessionRefused`, `keychainUnavailable`, or why Roblox could not be asked. */
  async paste(): Promise<SignInOutcome> {
    const { clipboard } = this.#options;
    const text = await clipboard.read();
    const session = readSessionText(text);
    try {
      return await this.#signIn(session);
    } finally {
      // It opens the account to whoever pastes it next. What was copied meanwhile is the person's own.
      if ((await clipboard.read()) === text) clipboard.clear();
    }
  }

  /** Throws `keychainUnavailable`, and `cancelled` when no session waits. */
  async retryKeychain(): Promise<SignInOutcome> {
    const { user, session } = this.#requireWaiting();
    return this.#keep(user, session);
  }

  /** The person does without the keychain: until Satchel ends, and for further sign-ins of this run. */
  async keepForThisRun(): Promise<SignInOutcome> {
    const { user, session } = this.#requireWaiting();
    this.#isThisRunAllowed = true;
    this.#options.sessions.holdForThisRun(user.id, session);
    return this.#welcome(user, session);
  }

  cancel(): null {
    this.#waiting = undefined;
    this.#window?.close();
    return null;
  }

  /** Adds the account a lent session belongs to (a stand-in server only). Throws what `users.getAuthenticated` does. */
  async lendForThisRun(session: string): Promise<void> {
    const { user, session: newest } = await this.#findOwner(session);
    this.#options.sessions.holdForThisRun(user.id, newest);
    await this.#welcome(user, newest);
  }

  async #openWindow(): Promise<SignInOutcome> {
    let outcome: SignInOutcome | undefined;
    this.#window = this.#options.openWindow(async (session) => {
      try {
        outcome = await this.#signIn(session);
        return 'done';
      } catch (thrown) {
        // Roblox sets the cookie on the way, too; the next value may be the one that counts.
        if (toAppError(thrown).code === 'sessionRefused') return 'notYet';
        throw thrown;
      }
    });
    await this.#window.ended;
    if (!outcome)
      throw new AppError('signInCancelled', 'The window was closed before an account was signed in');
    return outcome;
  }

  async #signIn(session: string): Promise<SignInOutcome> {
    const { user, session: newest } = await this.#findOwner(session);
    return this.#keep(user, newest);
  }

  async #findOwner(session: string): Promise<{ user: SignedInUser; session: string }> {
    const lent: LentSession = { value: session };
    try {
      const user = await this.#options.client.call(
        users.getAuthenticated,
        {},
        { accountId: null, session: lent },
      );
      return { user, session: lent.value };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== 'sessionEnded') throw error;
      throw new AppError('sessionRefused', 'Roblox does not know the session', error.facts);
    }
  }

  async #keep(user: SignedInUser, session: string): Promise<SignInOutcome> {
    try {
      await this.#options.sessions.keep(user.id, session);
    } catch (thrown) {
      this.#waiting = { user, session };
      if (this.#isThisRunAllowed) return await this.keepForThisRun();
      throw thrown;
    }
    return this.#welcome(user, session);
  }

  async #welcome(user: SignedInUser, session: string): Promise<SignInOutcome> {
    const { accounts, book } = this.#options;
    const wasKnown = book.find(user.id) !== undefined;
    await book.change('save', {
      id: user.id,
      kind: 'signedIn',
      username: user.name,
      displayName: user.displayName ?? user.name,
      visibility: 'visible',
      isBanned: false,
    });
    await book.change('setSessionWarning', user.id, splitSession(session).warning);
    await book.change('setSignInProblem', user.id, null);
    this.#waiting = undefined;
    await accounts.select(user.id);
    return { accountId: user.id, wasKnown };
  }

  #requireWaiting() {
    if (!this.#waiting) throw new AppError('cancelled', 'No session waits for the keychain');
    return this.#waiting;
  }
}

interface SignedInUser {
  readonly id: number;
  readonly name: string;
  readonly displayName?: string | null | undefined;
}
