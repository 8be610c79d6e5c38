import { AppError, toAppError } from '../../shared/errors.ts';
import type { Account, AccountsState, Visibility } from '../../shared/models.ts';
import type { AccountStore, KeptAccount } from '../library/account-store.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { inventory } from '../roblox/inventory.ts';
import { users } from '../roblox/users.ts';
import { readFollowText, type FollowTarget } from './follow-text.ts';
import type { RunSessions } from './sessions.ts';

export interface AccountsOptions {
  readonly store: AccountStore;
  readonly sessions: RunSessions;
  readonly client: RobloxClient;
  /** The demo's accounts, signing in those that can be; loads the demo. */
  readonly openDemo: () => Promise<readonly KeptAccount[]>;
  /** Deletes what is cached of an account. */
  readonly forget: (accountId: number) => void;
  readonly onChanged: (state: AccountsState) => void;
}

/** Who there is, and which account is current. */
export class Accounts {
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  state(): AccountsState {
    const { store, sessions } = this.#options;
    const accounts = store.list().map((kept): Account => ({ ...kept, canEdit: sessions.has(kept.id) }));
    const wanted = store.currentId();
    const current = accounts.find((account) => account.id === wanted) ?? accounts[0];
    return { accounts, currentId: current?.id ?? null };
  }

  /** Throws `accountUnknown`. */
  get(accountId: number): Account {
    const account = this.state().accounts.find((one) => one.id === accountId);
    if (!account) throw new AppError('accountUnknown', `No account ${accountId}`);
    return account;
  }

  /** Throws `accountReadOnly` for an account Satchel has no session of. */
  requireEditable(accountId: number): void {
    if (!this.get(accountId).canEdit)
      throw new AppError('accountReadOnly', 'A followed account cannot be changed');
  }

  select(accountId: number): AccountsState {
    this.get(accountId);
    this.#options.store.setCurrentId(accountId);
    return this.#changed();
  }

  remove(accountId: number): AccountsState {
    this.get(accountId);
    this.#options.store.remove(accountId);
    this.#options.sessions.remove(accountId);
    this.#options.forget(accountId);
    return this.#changed();
  }

  async exploreDemo(): Promise<AccountsState> {
    const { openDemo, sessions, store } = this.#options;
    const demo = await openDemo();
    for (const account of demo) {
      store.save(account);
      // An account signed in can see its own inventory; of the others it is asked, as of anyone followed.
      const visibility = sessions.has(account.id) ? 'visible' : await this.#askVisibility(account);
      store.setVisibility(account.id, visibility);
    }
    if (demo[0]) store.setCurrentId(demo[0].id);
    return this.#changed();
  }

  /**
   * Follows a public inventory and makes it current. Whether it can be viewed is asked once; when that call's small
   * budget is spent, the first inventory answer decides.
   */
  async follow(text: string): Promise<Account> {
    const user = await this.#findUser(readFollowText(text));
    const known = this.state().accounts.find((account) => account.id === user.id);
    const kept: KeptAccount = {
      id: user.id,
      kind: known?.kind ?? 'followed',
      username: user.name,
      displayName: user.displayName ?? user.name,
      visibility: known?.visibility ?? 'unknown',
      isBanned: user.isBanned,
    };
    this.#options.store.save({ ...kept, visibility: await this.#askVisibility(kept) });
    this.#options.store.setCurrentId(user.id);
    this.#changed();
    return this.get(user.id);
  }

  /** Adds the account a lent session belongs to (a stand-in server only). Throws what users.getAuthenticated does. */
  async signInForThisRun(session: string): Promise<void> {
    const { client, sessions, store } = this.#options;
    const user = await client.call(users.getAuthenticated, {}, { accountId: null, session });
    await sessions.replace(user.id, session);
    const displayName = user.displayName ?? user.name;
    store.save({
      id: user.id,
      kind: 'signedIn',
      username: user.name,
      displayName,
      visibility: 'visible',
      isBanned: false,
    });
    this.#changed();
  }

  /** Notes what an inventory answer showed about an account's visibility. */
  noteVisibility(accountId: number, visibility: Visibility): void {
    const account = this.state().accounts.find((one) => one.id === accountId);
    if (!account || account.visibility === visibility) return;
    this.#options.store.setVisibility(accountId, visibility);
    this.#changed();
  }

  async #findUser(target: FollowTarget) {
    const { client } = this.#options;
    if ('userId' in target) return client.call(users.getUser, { userId: target.userId }, { accountId: null });
    const request = { usernames: [target.username], excludeBannedUsers: false };
    const { data } = await client.call(users.findByUsernames, request, { accountId: null });
    const found = data[0];
    if (!found) throw new AppError('userNotFound', 'Roblox knows no user of that name');
    return client.call(users.getUser, { userId: found.id }, { accountId: null });
  }

  async #askVisibility(account: KeptAccount): Promise<Visibility> {
    if (account.visibility !== 'unknown') return account.visibility;
    try {
      const answer = await this.#options.client.call(
        inventory.canViewInventory,
        { userId: account.id },
        { accountId: account.id },
      );
      return answer.canView ? 'visible' : 'hidden';
    } catch (thrown) {
      if (toAppError(thrown).code === 'userNotFound') throw thrown;
      return 'unknown';
    }
  }

  #changed(): AccountsState {
    const state = this.state();
    this.#options.onChanged(state);
    return state;
  }
}
