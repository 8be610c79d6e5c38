import type { Scope } from '../../shared/accounts.ts';
import type { AccountStore, KeptAccount, KeptAccounts, SignInFacts } from '../library/account-store.ts';
import type { Remote } from '../library/remote-library.ts';

type Store = Remote<AccountStore>;
/** A method of AccountStore that changes something, with what it is given. */
export type Change = {
  [Name in Exclude<keyof Store, 'read'>]: [name: Name, ...args: Parameters<Store[Name]>];
}[Exclude<keyof Store, 'read'>];

const noFacts: SignInFacts = { warning: '', problem: null };

/**
 * The accounts as the library keeps them, at hand without waiting for it. A change is written first and seen then, so what
 * is seen here survives a crash. Every change rejects as the library does, and nothing has changed.
 */
export class AccountBook {
  readonly #store: Store;
  #kept: KeptAccounts;

  private constructor(store: Store, kept: KeptAccounts) {
    this.#store = store;
    this.#kept = kept;
  }

  static async open(store: Store): Promise<AccountBook> {
    return new AccountBook(store, await store.read());
  }

  /** In the person's order. */
  list(): readonly KeptAccount[] {
    return this.#kept.accounts;
  }

  find(accountId: number): KeptAccount | undefined {
    return this.#kept.accounts.find(({ id }) => id === accountId);
  }

  scope(): Scope | null {
    return this.#kept.scope;
  }

  signInFacts(accountId: number): SignInFacts {
    return this.#kept.signIn[accountId] ?? noFacts;
  }

  leftovers(): readonly number[] {
    return this.#kept.leftovers;
  }

  async change(...[name, ...args]: Change): Promise<void> {
    const write = this.#store[name] as (...given: unknown[]) => Promise<unknown>;
    await write(...args);
    this.#kept = await this.#store.read();
  }
}
