import type { TrashedCollection } from '../../../shared/collections.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';

/** What a collection in the trash holds, in words. */
export function trashedFacts({ count, below }: TrashedCollection): readonly string[] {
  const items = count === null ? [] : [say('items.count', { number: formatNumber(count) }, count)];
  return below === 0 ? items : [...items, say('collections.inside', { number: formatNumber(below) }, below)];
}
