import type { Wish } from '../../shared/outbox.ts';

/** Which accounts Roblox has told one device to sign in anew: before that nothing goes out in their name, or no change. */
export class SignIns {
  readonly #numbers = new Map<number, number>();
  readonly #shut = new Map<number, 'all' | 'changes'>();

  /** Somebody signs in. */
  note(accountId: number): void {
    this.#shut.delete(accountId);
    this.#numbers.set(accountId, this.numberOf(accountId) + 1);
  }

  /** Which sign-in of the account this is. */
  numberOf(accountId: number): number {
    return this.#numbers.get(accountId) ?? 0;
  }

  /** Roblox said so to a request; one of an earlier sign-in says nothing of this one. Account 0 has no session. */
  shut(accountId: number, signIn: number, what: 'all' | 'changes'): void {
    const isThis = accountId !== 0 && signIn === this.numberOf(accountId);
    if (isThis && this.#shut.get(accountId) !== 'all') this.#shut.set(accountId, what);
  }

  isShut(accountId: number, wish: Wish | null): boolean {
    const shut = this.#shut.get(accountId);
    return shut === 'all' || (shut === 'changes' && wish !== null);
  }

  /** The next run is given the sessions that are good, by its story. */
  endRun(): void {
    for (const [accountId, shut] of this.#shut) if (shut === 'all') this.#shut.delete(accountId);
  }
}
