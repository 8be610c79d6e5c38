import { allItemsKey } from '../../../shared/category-keys.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCategoryStore } from '../categories/category.store.ts';
import { assetTypeName } from '../items/item-words.ts';

export interface ActivityWords {
  /** Whose it is, by name where the account is still here. */
  readonly account: (accountId: number | null) => string;
  /** What it is about: a category by its name, what else is refreshed, or an endpoint as it is. */
  readonly subject: (subject: string) => string;
}

const known = ['categories', 'collectibles', 'profileCollection'] as const;
const assetTypeKey = /^(own|favorites)\/AssetType\/(\d+)\/(.*)$/;

/** Names for what Activity lists by key. */
export function useActivityWords(): ActivityWords {
  const accounts = useAccountStore();
  const categories = useCategoryStore();

  function account(accountId: number | null): string {
    if (accountId === null) return say('activity.nobody');
    const found = accounts.find(accountId);
    return found ? accountName(found) : say('activity.account', { id: String(accountId) });
  }

  function subject(key: string): string {
    if (key === allItemsKey) return say('categories.allItems');
    const fixed = known.find((one) => one === key);
    if (fixed) return say(`activity.subjects.${fixed}`);
    const category = categories.find(key);
    const [, list, type, filter] = assetTypeKey.exec(key) ?? [];
    const name = category?.name ?? (type ? assetTypeName(Number(type)) : undefined);
    if (!name) return key;
    if (list === 'favorites') return say('activity.subjects.favourite', { name });
    return filter && !category ? `${name} (${filter})` : name;
  }

  return { account, subject };
}

/** How long something took: short waits to the tenth. */
export function wordDuration(durationMs: number): string {
  const seconds = durationMs / 1000;
  if (seconds >= 90) return say('age.minutes', { count: formatNumber(Math.round(seconds / 60)) });
  return say('age.seconds', { count: seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds)) });
}
