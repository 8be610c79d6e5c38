import { AppError, toAppError } from '../../shared/errors.ts';
import type {
  Account,
  AccountColour,
  AccountsState,
  Scope,
  ViewPlace,
  Visibility,
} from '../../shared/accounts.ts';
import type { KeptAccount } from '../library/account-store.ts';
import type { Places } from '../library/places.ts';
import type { Remote } from '../library/remote-library.ts';
import { auth } from '../roblox/auth.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { users } from '../roblox/users.ts';
import type { AccountBook, Change } from './account-book.ts';
import type { Activity } from './activity.ts';
import type { AccountSessions } from './sessions.ts';

export interface AccountsOptions {
  readonly book: AccountBook;
  readonly places: Remote<Places>;
  readonly sessions: AccountSessions;
  readonly activity: Activity;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** Deletes what is cached of an account. */
  readonly forget: (accountId: number) => Promise<void>;
  /** Gives up what the account still wanted changed at Roblox. */
  readonly giveUp: (accountId: number) => Promise<void>;
  readonly onChanged: (state: AccountsState) => void;
}

export interface SignOutWishes {
  readonly atRoblox: boolean;
  readonly library: 'archive' | 'delete';
}

// What refreshes report comes in bursts; a person's own doing is announced at once.
const announceAfterMs = 50;

/** Who there is, how each account stands, and what is on screen. */
export class Accounts {
  readonly #options: AccountsOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  state(): AccountsState {
    const { book } = this.#options;
    const accounts = book.list().map((kept) => this.#toAccount(kept));
    return { accounts, scope: validScope(accounts, book.scope()) };
  }

  /** Throws `accountUnknown`. */
  get(accountId: number): KeptAccount {
    const account = this.#options.book.find(accountId);
    if (!account) throw new AppError('accountUnknown', `No account ${accountId}`);
    return account;
  }

  /** The account as a page sees it. Throws `accountUnknown`. */
  find(accountId: number): Account {
    const account = this.state().accounts.find(({ id }) => id === accountId);
    if (!account) throw new AppError('accountUnknown', `No account ${accountId}`);
    return account;
  }

  /** Throws `accountReadOnly` for an account that never signs in. One that has to sign in again may still wish. */
  requireChangeable(accountId: number): void {
    const { kind } = this.get(accountId);
    const mayWish = kind === 'signedIn' || kind === 'demo' || this.#options.sessions.has(accountId);
    if (!mayWish) throw new AppError('accountReadOnly', 'A followed account cannot be changed');
  }

  async select(scope: Scope): Promise<AccountsState> {
    if (scope !== 'all') this.get(scope);
    await this.#options.book.change('setScope', scope);
    return this.announce();
  }

  async edit(
    accountId: number,
    nickname: string | null,
    colour: AccountColour | null,
  ): Promise<AccountsState> {
    this.get(accountId);
    await this.#options.book.change('edit', accountId, nickname, colour);
    return this.announce();
  }

  async move(accountId: number, position: number): Promise<AccountsState> {
    this.get(accountId);
    await this.#options.book.change('move', accountId, position);
    return this.announce();
  }

  place(scope: Scope): Promise<ViewPlace | null> {
    return this.#options.places.read(scope);
  }

  async rememberPlace(scope: Scope, place: ViewPlace): Promise<null> {
    // The window may still say where it was after the account is gone.
    if (scope === 'all' || this.#options.book.find(scope)) await this.#options.places.remember(scope, place);
    return null;
  }

  /**
   * Takes an account out of Satchel; nothing of it is under way afterwards. With `atRoblox` its session, this one alone,
   * is ended there first: throws what `auth.logout` does, and nothing has changed.
   */
  async signOut(accountId: number, { atRoblox, library }: SignOutWishes): Promise<AccountsState> {
    const { book, client, forget, giveUp, sessions, activity } = this.#options;
    const account = this.get(accountId);
    if (atRoblox && sessions.has(accountId)) await this.#endAtRoblox(accountId);
    client.forget(accountId);
    // The demo's session and a followed account's absence of one never were in the keychain.
    if (account.kind === 'signedIn') await sessions.remove(accountId);
    activity.forget(accountId);
    await giveUp(accountId);
    if (library === 'archive') {
      await book.change('setKind', accountId, 'archived');
      await book.change('setSignInProblem', accountId, null);
    } else {
      // In this order: what asks whether the account is known writes nothing after its rows were deleted.
      await book.change('remove', accountId);
      await forget(accountId);
      activity.forgetAge(accountId);
    }
    // What began, and what was wanted, while the library was written to.
    client.forget(accountId);
    await giveUp(accountId);
    return this.announce();
  }

  /** A refresh of the account began. */
  noteBegin(accountId: number): void {
    this.#options.activity.begin(accountId);
    this.#announceSoon();
  }

  /** A refresh of the account ended, and what that says about the account. */
  noteEnd(accountId: number, error: AppError | null): void {
    const { activity, book, now } = this.#options;
    activity.end(accountId, error);
    if (error === null) {
      activity.setAge(accountId, now());
      if (book.find(accountId)?.isGone) this.#note('setGone', accountId, false);
    }
    // Some services say so of whoever has nothing there: the one that knows all users is asked.
    if (error?.code === 'userNotFound') void this.#checkWhetherGone(accountId);
    if (error?.code === 'inventoryHidden') this.noteVisibility(accountId, 'hidden');
    this.#announceSoon();
  }

  /** Notes what an inventory answer showed about an account's visibility. */
  noteVisibility(accountId: number, visibility: Visibility): void {
    const account = this.#options.book.find(accountId);
    if (account && account.visibility !== visibility) this.#note('setVisibility', accountId, visibility);
  }

  announce(): AccountsState {
    const state = this.state();
    this.#options.onChanged(state);
    return state;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** What cannot be written down now is noticed again with a later answer. */
  #note(...change: Change): void {
    this.#options.book.change(...change).then(
      () => this.announce(),
      () => undefined,
    );
  }

  #announceSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.announce();
    }, announceAfterMs);
  }

  async #checkWhetherGone(accountId: number): Promise<void> {
    const { book, client } = this.#options;
    const answer = client.call(users.getUser, { userId: accountId }, { accountId: null });
    const error = await answer.then(() => null, toAppError);
    if (error?.code === 'userNotFound' && book.find(accountId)) this.#note('setGone', accountId, true);
  }

  async #endAtRoblox(accountId: number): Promise<void> {
    try {
      await this.#options.client.call(auth.logout, {}, { accountId });
    } catch (thrown) {
      // Ended before: just what was wanted.
      if (toAppError(thrown).code !== 'sessionEnded') throw thrown;
    }
  }

  #toAccount(kept: KeptAccount): Account {
    const { sessions, activity } = this.#options;
    if (kept.kind === 'archived' || kept.kind === 'followed') {
      const signedOut = { canEdit: false, signIn: 'none', signInReason: null } as const;
      return { ...kept, ...signedOut, ...activity.of(kept.id) };
    }
    const canEdit = sessions.has(kept.id);
    return { ...kept, canEdit, ...sessions.stateOf(kept.id), ...activity.of(kept.id) };
  }
}

/** What was on screen last, if it still is there; else the first account that is not archived. */
function validScope(accounts: readonly Account[], wanted: Scope | null): Scope | null {
  if (wanted === 'all' && accounts.length > 1) return 'all';
  if (accounts.some(({ id }) => id === wanted)) return wanted;
  return (accounts.find(({ kind }) => kind !== 'archived') ?? accounts[0])?.id ?? null;
}
