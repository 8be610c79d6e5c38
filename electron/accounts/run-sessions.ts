import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Session, Sessions } from '../roblox/connection.ts';

/** Sessions held in main's memory, and which accounts' sessions can be used no more, and why. */
export class RunSessions implements Sessions {
  readonly #held = new Map<number, Session>();
  readonly #problems = new Map<number, ErrorCode>();
  /** Roblox wants a second step before it lets these change anything; it still answers their questions. */
  readonly #challenged = new Set<number>();
  #signIns = 0;

  /** Throws why an account's session cannot be used: nothing is sent in its name until the person signs in again. */
  read(accountId: number): Promise<Session | undefined> {
    const problem = this.#problems.get(accountId);
    if (problem) return Promise.reject(new AppError(problem, `Account ${accountId} has to sign in again`));
    return Promise.resolve(this.#held.get(accountId));
  }

  /** Begins a new sign-in of the account. */
  hold(accountId: number, value: string): void {
    this.#problems.delete(accountId);
    this.#challenged.delete(accountId);
    this.#held.set(accountId, { value, signIn: ++this.#signIns });
  }

  rotate(accountId: number, used: Session, value: string): Promise<void> {
    if (this.isCurrent(accountId, used)) this.#held.set(accountId, { value, signIn: used.signIn });
    return Promise.resolve();
  }

  refuse(accountId: number, used: Session, reason: ErrorCode): void {
    if (!this.isCurrent(accountId, used)) return;
    if (reason === 'challengeRequired') this.challenge(accountId);
    else this.park(accountId, reason);
  }

  park(accountId: number, reason: ErrorCode): void {
    this.#problems.set(accountId, reason);
    this.#held.delete(accountId);
  }

  /** No more changes go out in the account's name until somebody signs in anew. */
  challenge(accountId: number): void {
    this.#challenged.add(accountId);
  }

  /** Whether what came back concerns the sign-in the account is in now, and not an earlier one. */
  isCurrent(accountId: number, used: Session): boolean {
    return this.#held.get(accountId)?.signIn === used.signIn;
  }

  has(accountId: number): boolean {
    return this.#held.has(accountId);
  }

  /** Whether the session is good for more than looking. */
  mayChange(accountId: number): boolean {
    return this.has(accountId) && !this.#challenged.has(accountId);
  }

  problemOf(accountId: number): ErrorCode | null {
    return this.#problems.get(accountId) ?? (this.#challenged.has(accountId) ? 'challengeRequired' : null);
  }

  remove(accountId: number): void {
    this.#held.delete(accountId);
    this.#problems.delete(accountId);
    this.#challenged.delete(accountId);
  }
}
