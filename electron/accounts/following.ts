import { AppError, toAppError } from '../../shared/errors.ts';
import type { Account, AccountsState, FollowResult, Visibility } from '../../shared/accounts.ts';
import type { FoundAccount } from '../library/account-store.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { OutputOf } from '../roblox/endpoint.ts';
import { inventory } from '../roblox/inventory.ts';
import { users } from '../roblox/users.ts';
import type { AccountBook } from './account-book.ts';
import type { Accounts } from './accounts.ts';
import { readFollowText, type FollowTarget } from './follow-text.ts';
import type { AccountSessions } from './sessions.ts';

export interface FollowingOptions {
  readonly book: AccountBook;
  readonly sessions: AccountSessions;
  readonly client: RobloxClient;
  readonly accounts: Accounts;
  /** The demo's accounts, signing in those that can be; loads the demo. */
  readonly openDemo: () => Promise<readonly FoundAccount[]>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

type User = OutputOf<typeof users.getUser>;

/** Whom a username belongs to. Throws why that is not known. */
type NamedUsers = (username: string) => User;

const mostLines = 200;
const namesPerCall = 100;
// Longer than any minute's budget takes to come back.
const longestWaitMs = 90_000;

/** Adds accounts that need no login: public inventories, one or many, and the demo. */
export class Following {
  readonly #options: FollowingOptions;

  constructor(options: FollowingOptions) {
    this.#options = options;
  }

  async exploreDemo(): Promise<AccountsState> {
    const { accounts, book, openDemo, sessions } = this.#options;
    const demo = await openDemo();
    for (const account of demo) {
      await book.change('save', { ...account, visibility: book.find(account.id)?.visibility ?? 'unknown' });
      // An account signed in can see its own inventory; of the others it is asked, as of anyone followed.
      const visibility = sessions.has(account.id) ? 'visible' : await this.#askVisibility(account.id);
      await book.change('setVisibility', account.id, visibility);
    }
    return demo[0] ? accounts.select(demo[0].id) : accounts.announce();
  }

  /**
   * Follows a public inventory, whose account then is known to Satchel. Whether it can be viewed is asked once; when that
   * call's small budget is spent, the first inventory answer decides.
   */
  async follow(text: string): Promise<Account> {
    const user = await this.#findUser(readFollowText(text));
    await this.#add(user);
    await this.#options.accounts.select(user.id);
    return this.#options.accounts.find(user.id);
  }

  /** Follows each line of a pasted list by itself, waiting where Roblox asks for it. Throws `followListTooLong`. */
  async followAll(text: string): Promise<FollowResult[]> {
    const lines = [
      ...new Set(
        text
          .split(/[\n,;]+/)
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ];
    if (lines.length > mostLines)
      throw new AppError('followListTooLong', `${lines.length} lines, at most ${mostLines}`);
    const named = await this.#findNamed(lines);
    const results: FollowResult[] = [];
    for (const line of lines) results.push(await this.#followLine(line, named));
    const first = results.find((result) => result.accountId !== null)?.accountId;
    const { accounts } = this.#options;
    if (first && accounts.state().scope === null) await accounts.select(first);
    else accounts.announce();
    return results;
  }

  async #followLine(text: string, named: NamedUsers): Promise<FollowResult> {
    try {
      const target = readFollowText(text);
      const user =
        'username' in target ? named(target.username) : await this.#patiently(() => this.#findUser(target));
      const known = this.#options.book.find(user.id);
      const wasKnown = known !== undefined && known.kind !== 'archived';
      await this.#add(user);
      return { text, accountId: user.id, wasKnown, error: null };
    } catch (thrown) {
      return { text, accountId: null, wasKnown: false, error: toAppError(thrown).toJSON() };
    }
  }

  /** All usernames of a list, a hundred a call. Roblox says who is banned only by leaving them out when asked to. */
  async #findNamed(lines: readonly string[]): Promise<NamedUsers> {
    const usernames = lines.flatMap((line) => usernameIn(line) ?? []);
    const found = new Map<string, User>();
    let failure: AppError | null = null;
    for (let at = 0; at < usernames.length && !failure; at += namesPerCall) {
      const some = usernames.slice(at, at + namesPerCall);
      try {
        const all = await this.#ask(some, false);
        const active = new Set((await this.#ask(some, true)).map(({ id }) => id));
        for (const user of all)
          found.set(foldName(user.requestedUsername ?? user.name), {
            ...user,
            isBanned: !active.has(user.id),
          });
      } catch (thrown) {
        failure = toAppError(thrown);
      }
    }
    return (username) => {
      const user = found.get(foldName(username));
      if (user) return user;
      throw failure ?? new AppError('userNotFound', 'Roblox knows no user of that name');
    };
  }

  async #ask(usernames: string[], excludeBannedUsers: boolean) {
    const request = { usernames, excludeBannedUsers };
    const answer = await this.#patiently(() =>
      this.#options.client.call(users.findByUsernames, request, { accountId: null }),
    );
    return answer.data;
  }

  /** Waits once where Roblox says until when. */
  async #patiently<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (thrown) {
      const { code, facts } = toAppError(thrown);
      const waitMs = (facts.retryAt ?? Infinity) - this.#options.now();
      if (code !== 'rateLimited' || waitMs > longestWaitMs) throw thrown;
      await this.#options.wait(Math.max(0, waitMs));
      return task();
    }
  }

  async #add(user: User): Promise<void> {
    const { book } = this.#options;
    const known = book.find(user.id);
    // An archived one is asked about at Roblox again.
    if (known?.kind === 'archived') await book.change('setKind', user.id, 'followed');
    const isMore = known?.kind === 'signedIn' || known?.kind === 'demo';
    const account: FoundAccount = {
      id: user.id,
      kind: isMore ? known.kind : 'followed',
      username: user.name,
      displayName: user.displayName ?? user.name,
      visibility: known?.visibility ?? 'unknown',
      isBanned: user.isBanned,
    };
    const visibility =
      account.visibility === 'unknown' ? await this.#askVisibility(user.id) : account.visibility;
    await book.change('save', { ...account, visibility });
    this.#options.accounts.announce();
  }

  async #findUser(target: FollowTarget): Promise<User> {
    const { client } = this.#options;
    if ('userId' in target) return client.call(users.getUser, { userId: target.userId }, { accountId: null });
    const request = { usernames: [target.username], excludeBannedUsers: false };
    const { data } = await client.call(users.findByUsernames, request, { accountId: null });
    const found = data[0];
    if (!found) throw new AppError('userNotFound', 'Roblox knows no user of that name');
    return client.call(users.getUser, { userId: found.id }, { accountId: null });
  }

  /** Asked in the account's own name, as everything about it is; of a stranger that is nobody's. */
  async #askVisibility(accountId: number): Promise<Visibility> {
    const known = this.#options.book.find(accountId)?.visibility ?? 'unknown';
    if (known !== 'unknown') return known;
    try {
      const { canView } = await this.#options.client.call(
        inventory.canViewInventory,
        { userId: accountId },
        { accountId },
      );
      return canView ? 'visible' : 'hidden';
    } catch (thrown) {
      if (toAppError(thrown).code === 'userNotFound') throw thrown;
      return 'unknown';
    }
  }
}

function usernameIn(line: string): string | undefined {
  try {
    const target = readFollowText(line);
    return 'username' in target ? target.username : undefined;
  } catch {
    // The line is reported by itself.
    return undefined;
  }
}

/** Roblox tells usernames apart regardless of case. */
function foldName(username: string): string {
  return username.toLowerCase();
}
