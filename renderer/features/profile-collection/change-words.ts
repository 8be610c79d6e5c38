import type { ErrorCode } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { CollectionChange } from '../../../shared/profile-collection.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import { itemKey } from '../../item-key.ts';

export interface OutcomeWords {
  readonly tone: 'good' | 'neutral' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
}

const mostNames = 3;
const mostLines = 4;

/** What became of an add or a remove: how many went through, and for each refused item Roblox's reason. */
export function wordOutcome(
  kind: 'add' | 'remove',
  changes: readonly CollectionChange[],
  items: readonly Item[],
): OutcomeWords {
  const names = new Map(items.map((item) => [itemKey(item), item.name]));
  const done = changes.filter(({ error }) => error === null);
  const refused = new Map<ErrorCode, string[]>();
  for (const { item, error } of changes) {
    if (!error) continue;
    const name = names.get(itemKey(item)) ?? String(item.id);
    refused.set(error.code, [...(refused.get(error.code) ?? []), name]);
  }
  return {
    tone: toneOf(done.length, [...refused.keys()]),
    title: titleOf(kind, done, names, changes.length),
    lines: [...refused].slice(0, mostLines).map(([code, refusedNames]) => wordRefusal(code, refusedNames)),
  };
}

// What Roblox already had is no problem: the wish is fulfilled.
function toneOf(doneCount: number, codes: readonly ErrorCode[]): OutcomeWords['tone'] {
  const isHarmless = codes.every((code) => code === 'alreadyInCollection' || code === 'notInCollection');
  if (!isHarmless) return 'problem';
  return doneCount > 0 ? 'good' : 'neutral';
}

function titleOf(
  kind: 'add' | 'remove',
  done: readonly CollectionChange[],
  names: ReadonlyMap<string, string>,
  asked: number,
): string {
  const [first] = done;
  const words = kind === 'add' ? 'added' : 'removed';
  if (!first) return say(kind === 'add' ? 'change.nothingAdded' : 'change.nothingRemoved');
  if (done.length < asked) {
    return say(`change.${words}Some`, { number: formatNumber(done.length), total: formatNumber(asked) });
  }
  if (done.length > 1) return say(`change.${words}`, { number: formatNumber(done.length) });
  return say(`change.${words}One`, { name: names.get(itemKey(first.item)) ?? '' });
}

function wordRefusal(code: ErrorCode, names: readonly string[]): string {
  const { title, hint } = sayError(code);
  const more = names.length - mostNames;
  const listed = names.slice(0, mostNames).join(', ');
  const who = more > 0 ? say('change.andMore', { names: listed, number: formatNumber(more) }) : listed;
  return say('change.refusal', { names: who, title, hint });
}
