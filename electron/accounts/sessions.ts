import { toAppError, type ErrorCode } from '../../shared/errors.ts';
import type { SignInState } from '../../shared/accounts.ts';
import type { Session, Sessions } from '../roblox/connection.ts';
import type { AccountBook } from './account-book.ts';
import { RunSessions } from './run-sessions.ts';
import { isSendable, splitSession } from './session-text.ts';
import type { Vault } from './vault.ts';

export interface AccountSessionsOptions {
  readonly vault: Vault;
  readonly book: AccountBook;
  /** A session was opened, refused or could not be kept any more. */
  readonly onChanged: () => void;
}

/**
 * The sessions of all accounts: in memory for the client, and in the keychain, which always has the newest first. What
 * the keychain holds is the secret alone; the public warning in front of it is kept with the account.
 */
export class AccountSessions implements Sessions {
  readonly #options: AccountSessionsOptions;
  readonly #run = new RunSessions();
  readonly #opening = new Map<number, Promise<void>>();
  readonly #kept = new Set<number>();

  constructor(options: AccountSessionsOptions) {
    this.#options = options;
  }

  async read(accountId: number): Promise<Session | undefined> {
    await this.#opening.get(accountId);
    return this.#run.read(accountId);
  }

  /** Reads the accounts' entries from the keychain, each for itself: one that fails keeps no other from opening. */
  async open(accountIds: readonly number[]): Promise<void> {
    await Promise.all(
      accountIds.map((accountId) => {
        const opened = this.#open(accountId).finally(() => {
          this.#opening.delete(accountId);
          this.#options.onChanged();
        });
        this.#opening.set(accountId, opened);
        return opened;
      }),
    );
  }

  /** Puts a session into the keychain and then to use. Throws `keychainUnavailable`: then nothing has changed. */
  async keep(accountId: number, session: string): Promise<void> {
    await this.#options.vault.write(accountId, splitSession(session).secret);
    await this.#options.book.change('setLeftover', accountId, false);
    this.#kept.add(accountId);
    this.#run.hold(accountId, session);
  }

  /** Holds a session in memory only: the demo's, one lent to this run, or where the person chose so. */
  holdForThisRun(accountId: number, session: string): void {
    this.#kept.delete(accountId);
    this.#run.hold(accountId, session);
  }

  /** The accounts whose sessions cannot be used for this reason. */
  troubled(accountIds: readonly number[], reason: ErrorCode): number[] {
    return accountIds.filter((accountId) => this.#run.problemOf(accountId) === reason);
  }

  async rotate(accountId: number, used: Session, value: string): Promise<void> {
    if (!isSendable(value) || !this.#run.isCurrent(accountId, used)) return;
    if (this.#kept.has(accountId)) await this.#keepRotated(accountId, value);
    await this.#run.rotate(accountId, used, value);
  }

  refuse(accountId: number, used: Session, reason: ErrorCode): void {
    if (!this.#run.isCurrent(accountId, used)) return;
    this.#run.refuse(accountId, used, reason);
    // Roblox says so again if it cannot be written down now.
    this.#options.book.change('setSignInProblem', accountId, reason).catch(() => undefined);
    this.#options.onChanged();
  }

  has(accountId: number): boolean {
    return this.#run.has(accountId);
  }

  mayChange(accountId: number): boolean {
    return this.#run.mayChange(accountId);
  }

  stateOf(accountId: number): { signIn: SignInState; signInReason: ErrorCode | null } {
    const signInReason = this.#run.problemOf(accountId);
    if (signInReason) return { signIn: 'needed', signInReason };
    if (this.#run.has(accountId)) {
      return { signIn: this.#kept.has(accountId) ? 'kept' : 'thisRun', signInReason };
    }
    return { signIn: this.#opening.has(accountId) ? 'opening' : 'none', signInReason };
  }

  /** Takes the session out of memory and the keychain. What a keychain out of reach still holds goes at a later start. */
  async remove(accountId: number): Promise<void> {
    this.#run.remove(accountId);
    this.#kept.delete(accountId);
    await this.#options.book.change('setLeftover', accountId, true);
    await this.#removeLeftover(accountId);
  }

  async removeLeftovers(): Promise<void> {
    await Promise.all(this.#options.book.leftovers().map((accountId) => this.#removeLeftover(accountId)));
  }

  async #removeLeftover(accountId: number): Promise<void> {
    try {
      await this.#options.vault.remove(accountId);
      await this.#options.book.change('setLeftover', accountId, false);
    } catch {
      // It stays noted.
    }
  }

  async #open(accountId: number): Promise<void> {
    const { vault, book } = this.#options;
    const { warning, problem } = book.signInFacts(accountId);
    // Roblox has refused it before; only a new sign-in helps. One that may look on is good for that.
    if (problem && problem !== 'challengeRequired') {
      this.#run.park(accountId, problem);
      return;
    }
    try {
      const entry = await vault.read(accountId);
      // Signed in meanwhile: what was read is older.
      if (this.#run.has(accountId)) return;
      const { secret } = splitSession(entry ?? '');
      if (entry === null) this.#run.park(accountId, 'keychainEntryMissing');
      else if (!isSendable(secret)) this.#run.park(accountId, 'keychainEntryDamaged');
      else {
        this.#kept.add(accountId);
        this.#run.hold(accountId, warning + secret);
        if (problem) this.#run.challenge(accountId);
      }
    } catch (thrown) {
      if (!this.#run.has(accountId)) this.#run.park(accountId, toAppError(thrown).code);
    }
  }

  /** The old value is dropped only when the new one is safe. A keychain that fails now leaves it to this run's memory. */
  async #keepRotated(accountId: number, value: string): Promise<void> {
    const { warning, secret } = splitSession(value);
    try {
      await this.#options.vault.write(accountId, secret);
      await this.#options.book.change('setSessionWarning', accountId, warning);
    } catch {
      this.#kept.delete(accountId);
      this.#options.onChanged();
    }
  }
}
