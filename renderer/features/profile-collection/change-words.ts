import type { ErrorCode } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { OutboxChange } from '../../../shared/outbox.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';

export interface OutcomeWords {
  readonly tone: 'good' | 'neutral' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
}

const mostNames = 3;
const mostLines = 4;

/** What was accepted, and whether it has to wait for a network or a sign-in. */
export function wordAccepted(
  kind: 'add' | 'remove',
  items: readonly Item[],
  waitsFor: 'nothing' | 'network' | 'signIn',
): OutcomeWords {
  const words = kind === 'add' ? 'added' : 'removed';
  const [first] = items;
  const title =
    items.length === 1 && first
      ? say(`change.${words}One`, { name: first.name })
      : say(`change.${words}`, { number: formatNumber(items.length) });
  return {
    tone: 'good',
    title,
    lines: waitsFor === 'nothing' ? [] : [say(`change.waitsFor.${waitsFor}`)],
  };
}

/** What Roblox refused, by reason: it was taken back. */
export function wordRefusals(refused: readonly OutboxChange[]): OutcomeWords {
  const byCode = new Map<ErrorCode, string[]>();
  for (const { error, name } of refused) {
    const code = error?.code ?? 'requestRefused';
    byCode.set(code, [...(byCode.get(code) ?? []), name]);
  }
  return {
    tone: 'problem',
    title: say('change.refused', { number: formatNumber(refused.length) }, refused.length),
    lines: [...byCode].slice(0, mostLines).map(([code, names]) => wordRefusal(code, names)),
  };
}

/** What a mark on a tile means; null where there is nothing to mark. */
export function wordMark(change: OutboxChange | null): string | null {
  if (change === null) return null;
  if (change.state === 'parked') return say('change.mark.parked');
  if (change.state !== 'refused')
    return say(change.wish === 'in' ? 'change.mark.adding' : 'change.mark.removing');
  return say('change.mark.refused', { reason: sayError(change.error?.code ?? 'requestRefused').title });
}

function wordRefusal(code: ErrorCode, names: readonly string[]): string {
  const { title, hint } = sayError(code);
  const more = names.length - mostNames;
  const listed = names.slice(0, mostNames).join(', ');
  const who = more > 0 ? say('change.andMore', { names: listed, number: formatNumber(more) }) : listed;
  return say('change.refusal', { names: who, title, hint });
}
