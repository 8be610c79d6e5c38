import type { Sendings } from '../../library/outbox/sendings.ts';
import type { Remote } from '../../library/remote-library.ts';
import { AccountReplay, type AccountReplayOptions } from './account-replay.ts';

export interface ReplayOptions extends Omit<
  AccountReplayOptions,
  'accountId' | 'isOpen' | 'readCollection' | 'sendings'
> {
  readonly sendings: Remote<Sendings>;
  readonly isOpen: (accountId: number) => boolean;
  readonly readCollection: (accountId: number) => Promise<void>;
}

const startAgainAfterMs = 5000;

/** Brings what waits in the outbox to Roblox, each account for itself: none waits for another, or sees its changes. */
export class Replay {
  readonly #options: ReplayOptions;
  readonly #accounts = new Map<number, AccountReplay>();
  readonly #resting = new Set<number>();
  #callOffStart: (() => void) | undefined;
  #isClosed = false;

  constructor(options: ReplayOptions) {
    this.#options = options;
  }

  /** Goes on where the last run ended. */
  start(): void {
    const { clock, sendings } = this.#options;
    sendings.reopen().then(
      (accountIds) => accountIds.forEach((accountId) => this.wake(accountId)),
      () => {
        // The disk is full or the library is closed: without this nothing that was cut short would go on.
        if (!this.#isClosed) this.#callOffStart = clock.wake(startAgainAfterMs, () => this.start());
      },
    );
  }

  wake(accountId: number): void {
    if (this.#isClosed) return;
    if (!this.#options.isOpen(accountId)) this.#resting.add(accountId);
    this.#of(accountId).wake();
  }

  /** The way may be open again: after a sign-in, or "Go online". Accounts it was open to are left alone. */
  look(): void {
    for (const accountId of this.#resting) {
      if (!this.#options.isOpen(accountId)) continue;
      this.#resting.delete(accountId);
      this.#of(accountId).reopen();
    }
  }

  /** Roblox can be reached again: nobody has to wait any longer. */
  comeBack(): void {
    this.look();
    for (const account of this.#accounts.values()) void account.comeBack();
  }

  forget(accountId: number): void {
    this.#accounts.get(accountId)?.close();
    this.#accounts.delete(accountId);
    this.#resting.delete(accountId);
  }

  close(): void {
    this.#isClosed = true;
    this.#callOffStart?.();
    for (const account of this.#accounts.values()) account.close();
  }

  #of(accountId: number): AccountReplay {
    const known = this.#accounts.get(accountId);
    if (known) return known;
    const { isOpen, readCollection, ...options } = this.#options;
    const account = new AccountReplay({
      ...options,
      accountId,
      isOpen: () => {
        const isItOpen = isOpen(accountId);
        if (!isItOpen) this.#resting.add(accountId);
        return isItOpen;
      },
      readCollection: () => readCollection(accountId),
    });
    this.#accounts.set(accountId, account);
    return account;
  }
}
