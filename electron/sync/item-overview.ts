import { isHiddenHere } from '../../shared/accounts.ts';
import type { AccountItem, ItemOverview } from '../../shared/item-overview.ts';
import { toAppError, type ErrorData } from '../../shared/errors.ts';
import type { ItemRef } from '../../shared/items.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import { inventory } from '../roblox/inventory.ts';
import { refreshDetails, type DetailsOptions } from './item-details.ts';
import { refreshMakeup } from './item-makeup.ts';

export interface OverviewOptions extends DetailsOptions {
  readonly book: Pick<AccountBook, 'list'>;
  /** Whether an account, or the thing behind an id, is the demo's: neither is asked about in the other's place. */
  readonly isDemo: (id: number) => boolean;
}

// Going through a list opens one page after the other: each asks little, and those not asked come first the next time.
const mostAccounts = 6;
const sideBySide = 3;

/**
 * Asks Roblox about an item for those who own it, a few at once and behind everything else, and what it contains. Of one that
 * nobody owns, the account on screen is asked, or any. What went wrong stands with its account.
 */
export async function refreshOverview(
  options: OverviewOptions,
  item: ItemRef,
  onScreen: number | null,
): Promise<ItemOverview> {
  const { library } = options;
  const quiet: OverviewOptions = { ...options, priority: () => 'background' };
  const known = await library.overviews.read(item);
  const askable = askableIn(options, known.accounts, item, onScreen);
  const hasOwner = known.accounts.some(({ standing }) => standing === 'owned');
  const candidates = hasOwner ? askable.filter(({ standing }) => standing === 'owned') : askable.slice(0, 1);
  const due = candidates.filter(({ asOf }) => isStale(asOf, options.now())).slice(0, mostAccounts);
  const errors = new Map<number, ErrorData>();
  const waiting = due.map(({ accountId }) => accountId);
  const asking = Array.from({ length: sideBySide }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const id = next;
      await refreshDetails(quiet, id, item).catch((thrown: unknown) => {
        errors.set(id, toAppError(thrown).toJSON());
      });
    }
  });
  await Promise.all(asking);
  const asker = (candidates[0] ?? askable[0])?.accountId;
  const makeup = asker === undefined ? known.makeup : await refreshMakeup(quiet, asker, item);
  const fresh = await library.overviews.read(item);
  return {
    ...fresh,
    makeup,
    accounts: fresh.accounts.map((one) => ({ ...one, error: errors.get(one.accountId) ?? null })),
  };
}

/** Who can be asked, the account on screen first, then those of whom least, or the oldest, is known. */
function askableIn(
  { book, isDemo }: OverviewOptions,
  accounts: readonly AccountItem[],
  item: ItemRef,
  onScreen: number | null,
): AccountItem[] {
  const open = new Set(
    book.list().flatMap((account) => {
      const { id, kind, isGone } = account;
      const isClosed = kind === 'archived' || isGone || isHiddenHere(account);
      return isClosed || isDemo(id) !== isDemo(item.id) ? [] : [id];
    }),
  );
  const rank = ({ accountId, asOf }: AccountItem) => (accountId === onScreen ? -1 : (asOf ?? 0));
  return accounts
    .filter(({ accountId }) => open.has(accountId))
    .toSorted((one, other) => rank(one) - rank(other));
}

function isStale(asOf: number | null, now: number): boolean {
  return asOf === null || now - asOf >= inventory.isItemOwned.freshForMs;
}
