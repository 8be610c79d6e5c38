import type { AppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import type { NamedItem } from '../../named-item.ts';
import type { Results } from '../results/result.store.ts';

export interface Stopped {
  readonly items: readonly ItemRef[];
  /** How many of them are done. */
  readonly done: number;
  /** Null when the person called it off. */
  readonly error: AppError | null;
}

interface Words {
  readonly tone: 'neutral' | 'problem';
  readonly title: string;
  readonly lines?: readonly string[];
}

/** How far a change of many items came; `told` is what is done of it, null where nothing is. */
export function wordStopped(
  { items, done, error }: Stopped,
  told: { readonly title: string; readonly lines?: readonly string[] } | null,
): Words {
  const tone = error ? 'problem' : 'neutral';
  if (!told) return { tone, title: say('work.stoppedBefore') };
  const why = error ? sayError(error.code) : null;
  return {
    tone,
    title: say('work.stopped', { done: formatNumber(done), total: formatNumber(items.length) }),
    lines: [...(why ? [`${why.title}. ${why.hint}`] : []), told.title, ...(told.lines ?? [])],
  };
}

/** What a change that failed halfway has left out, and why; null where that is the person's own doing. */
export function leftOut({ items, done, error }: Stopped): Results | null {
  if (!error) return null;
  const { title, hint } = sayError(error.code);
  return {
    title: say('results.leftOut'),
    hint,
    groups: [{ reason: title, items: items.slice(done).map(named) }],
  };
}

/** What is carried as no more than which one it is goes by its number. */
function named(item: ItemRef | NamedItem): NamedItem {
  return 'name' in item ? item : { ...item, name: say('details.unnamed', { id: String(item.id) }) };
}
