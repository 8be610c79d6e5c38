import { AppError, toAppError } from '../../shared/errors.ts';
import type { AccountFailure, RefreshOutcome, Scope } from '../../shared/models.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import { categoriesSubject } from '../library/categories.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { Refresh } from './refresh.ts';

const nothingAsked: RefreshOutcome = { wasNeeded: false };

/**
 * Refreshes one account, or all of them one after the other. One that fails is passed over and told of in the outcome;
 * when every one failed the first error is thrown. Archived accounts are not asked about.
 */
export class RefreshScope {
  readonly #library: RemoteLibrary;
  readonly #accounts: Pick<AccountBook, 'list'>;
  readonly #refresh: Pick<Refresh, 'categories' | 'items'>;

  constructor(
    library: RemoteLibrary,
    accounts: Pick<AccountBook, 'list'>,
    refresh: Pick<Refresh, 'categories' | 'items'>,
  ) {
    this.#library = library;
    this.#accounts = accounts;
    this.#refresh = refresh;
  }

  categories(scope: Scope, isForced: boolean): Promise<RefreshOutcome> {
    return this.#each(scope, (accountId) => this.#refresh.categories(accountId, isForced));
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
    const failures: AccountFailure[] = [];
    let wasNeeded = false;
    for (const { id: accountId } of asked) {
      try {
        const outcome = await ask(accountId);
        wasNeeded ||= outcome.wasNeeded;
      } catch (thrown) {
        failures.push({ accountId, error: toAppError(thrown).toJSON() });
      }
    }
    const [first] = failures;
    if (first && failures.length === asked.length) throw AppError.from(first.error);
    return { wasNeeded, failures };
  }
}
