import type { Item } from '../../shared/items.ts';
import { formatList, formatNumber } from '../format.ts';
import { say } from '../i18n.ts';

const mostNames = 2;

/** Who has an item: "Owned by Ada, Bo and 2 more". A list without copies is of favourites. */
export function wordOwners(item: Item, names: readonly string[]): string {
  const more = names.length - mostNames;
  // One more name takes no more room than saying that there is one.
  const listed =
    more > 1 ? [...names.slice(0, mostNames), say('owners.more', { number: formatNumber(more) })] : names;
  return say(item.copies > 0 ? 'owners.ownedBy' : 'owners.favouriteOf', { names: formatList(listed) });
}
