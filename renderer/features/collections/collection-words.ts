import type { Collection, FiledItems } from '../../../shared/collections.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import type { Told } from '../undo/undo.store.ts';

/** What became of items on their way into a collection. */
export function wordFiled({ filed, already }: FiledItems, name: string): Told {
  if (filed === 0) return { tone: 'neutral', title: countWords('allAlready', already, name) };
  return {
    tone: 'good',
    title: countWords('added', filed, name),
    lines: already > 0 ? [countWords('someAlready', already, name)] : [],
  };
}

/** What became of items on their way from one collection to another. */
export function wordTransfer({ filed, already }: FiledItems, name: string, isCopy: boolean): Told {
  if (isCopy) return wordFiled({ filed, already }, name);
  return {
    tone: 'good',
    title: countWords('moved', filed + already, name),
    lines: already > 0 ? [countWords('someAlready', already, name)] : [],
  };
}

/** How many were taken out. */
export function wordRemoved(count: number, name: string): Told {
  if (count === 0) return { tone: 'neutral', title: say('collections.nothingRemoved', { name }) };
  return { tone: 'neutral', title: countWords('removed', count, name) };
}

/** That some stand elsewhere now. */
export function wordArranged(name: string): Told {
  return { tone: 'neutral', title: say('collections.arranged', { name }) };
}

/** What was changed about a collection, by the most telling of it. */
export function wordEdit(before: Collection | undefined, now: Collection): Told {
  const { name } = now;
  if (before && before.name !== name) {
    return { tone: 'good', title: say('collections.renamed', { from: before.name, to: name }) };
  }
  return { tone: 'good', title: say('collections.edited', { name }) };
}

/** How far a change of many items has come, with so many done. */
export function wordProgress(
  words: 'adding' | 'removing' | 'moving' | 'copying',
  { length }: readonly unknown[],
  name: string,
): (done: number) => string {
  const total = formatNumber(length);
  return (done) => say(`work.${words}`, { done: formatNumber(done), total, name });
}

type CountWords = 'added' | 'allAlready' | 'someAlready' | 'moved' | 'removed';

function countWords(words: CountWords, count: number, name: string): string {
  return say(`collections.${words}`, { number: formatNumber(count), name }, count);
}
