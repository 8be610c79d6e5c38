import { AppError, toAppError } from '../../shared/errors.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { AccountFailure, RefreshOutcome } from '../../shared/refreshing.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { categoriesSubject } from '../library/subject-names.ts';
import type { Refresh } from './refresh.ts';

const nothingAsked: RefreshOutcome = { wasNeeded: false };

// Requests of so many accounts fill what may be in flight; more would only wait, and use up their time limits waiting.
const sideBySide = 4;

/**
 * Refreshes one account, or all of them side by side, so that a large one holds up nobody. One that fails is passed over and told of in the outcome;
 * when every one failed the first error is thrown. Archived accounts are not asked about.
 */
export class RefreshScope {
  readonly #library: RemoteLibrary;
  readonly #accounts: Pick<AccountBook, 'list'>;
  readonly #refresh: Pick<Refresh, 'categories' | 'collectibles' | 'items'>;

  constructor(
    library: RemoteLibrary,
    accounts: Pick<AccountBook, 'list'>,
    refresh: Pick<Refresh, 'categories' | 'collectibles' | 'items'>,
  ) {
    this.#library = library;
    this.#accounts = accounts;
    this.#refresh = refresh;
  }

  categories(scope: Scope, isForced: boolean): Promise<RefreshOutcome> {
    return this.#each(scope, (accountId) => this.#refresh.categories(accountId, isForced));
  }

  collectibles(scope: Scope, isForced: boolean): Promise<RefreshOutcome> {
    return this.#each(scope, (accountId) => this.#refresh.collectibles(accountId, isForced));
  }

  /** Throws what the refresh of one account does. An account without the category is skipped. */
  items(scope: Scope, category: string, isForced: boolean): Promise<RefreshOutcome> {
    if (scope !== 'all') return this.#refresh.items(scope, category, isForced);
    return this.#each(scope, async (accountId) => {
      const { savedAt } = await this.#library.refreshes.state(accountId, categoriesSubject);
      if (savedAt === null) await this.#refresh.categories(accountId, false);
      return this.#refresh.items(accountId, category, isForced).catch((thrown: unknown) => {
        if (toAppError(thrown).code === 'categoryUnknown') return nothingAsked;
        throw thrown;
      });
    });
  }

  async #each(scope: Scope, ask: (accountId: number) => Promise<RefreshOutcome>): Promise<RefreshOutcome> {
    if (scope !== 'all') return ask(scope);
    const asked = this.#accounts.list().filter(({ kind }) => kind !== 'archived');
    const failed = new Map<number, AccountFailure>();
    let wasNeeded = false;
    const left = asked.values();
    const askOn = async () => {
      for (const { id: accountId } of left) {
        try {
          const outcome = await ask(accountId);
          wasNeeded ||= outcome.wasNeeded;
        } catch (thrown) {
          failed.set(accountId, { accountId, error: toAppError(thrown).toJSON() });
        }
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, askOn));
    // In the order of the accounts, whichever failed first.
    const failures = asked.flatMap(({ id }) => failed.get(id) ?? []);
    const [first] = failures;
    if (first && failures.length === asked.length) throw AppError.from(first.error);
    return { wasNeeded, failures };
  }
}
