import type { ErrorCode } from '../../../shared/errors.ts';
import type { OutboxChange } from '../../../shared/outbox.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import type { NamedItem } from '../../named-item.ts';

export interface OutcomeWords {
  readonly tone: 'good' | 'neutral' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a change has to wait for before it can reach Roblox. */
export type WaitsFor = 'nothing' | 'network' | 'signIn';

const mostNames = 3;
const mostLines = 4;

/** What was accepted, and whether it has to wait for a network or a sign-in. */
export function wordAccepted(
  kind: 'add' | 'remove',
  items: readonly NamedItem[],
  waitsFor: WaitsFor,
): OutcomeWords {
  const words = kind === 'add' ? 'added' : 'removed';
  const [first] = items;
  const title =
    items.length === 1 && first
      ? say(`change.${words}One`, { name: first.name })
      : say(`change.${words}`, { number: formatNumber(items.length) });
  return { tone: 'good', title, lines: wordWait(waitsFor) };
}

/** What was accepted of a swap. */
export function wordSwapped(
  out: readonly NamedItem[],
  wanted: readonly NamedItem[],
  waitsFor: WaitsFor,
): OutcomeWords {
  const [one, other] = [wanted[0], out[0]];
  const isOne = one !== undefined && other !== undefined && wanted.length === 1 && out.length === 1;
  const title = isOne
    ? say('swap.doneOne', { name: one.name, other: other.name })
    : say('swap.done', { out: formatNumber(out.length), number: formatNumber(wanted.length) });
  return { tone: 'good', title, lines: wordWait(waitsFor) };
}

/** What Roblox refused, by reason: it was taken back. */
export function wordRefusals(refused: readonly OutboxChange[]): OutcomeWords {
  return {
    tone: 'problem',
    title: say('change.refused', { number: formatNumber(refused.length) }, refused.length),
    lines: [...refusalsByReason(refused)].slice(0, mostLines).map(([code, changes]) =>
      wordRefusal(
        code,
        changes.map(({ name }) => name),
      ),
    ),
  };
}

/** Refused changes, those refused for the same reason together. */
export function refusalsByReason(
  refused: readonly OutboxChange[],
): ReadonlyMap<ErrorCode, readonly OutboxChange[]> {
  const byCode = new Map<ErrorCode, OutboxChange[]>();
  for (const change of refused) {
    const code = change.error?.code ?? 'requestRefused';
    byCode.set(code, [...(byCode.get(code) ?? []), change]);
  }
  return byCode;
}

/** What a mark on a tile means; null where there is nothing to mark. */
export function wordMark(change: OutboxChange | null): string | null {
  if (change === null) return null;
  if (change.error?.code === 'changeRestored') return sayError(change.error.code).title;
  if (change.state === 'parked') return say('change.mark.parked');
  if (change.state !== 'refused')
    return say(change.wish === 'in' ? 'change.mark.adding' : 'change.mark.removing');
  return say('change.mark.refused', { reason: sayError(change.error?.code ?? 'requestRefused').title });
}

function wordWait(waitsFor: WaitsFor): readonly string[] {
  return waitsFor === 'nothing' ? [] : [say(`change.waitsFor.${waitsFor}`)];
}

function wordRefusal(code: ErrorCode, names: readonly string[]): string {
  const { title, hint } = sayError(code);
  const more = names.length - mostNames;
  const listed = names.slice(0, mostNames).join(', ');
  const who = more > 0 ? say('change.andMore', { names: listed, number: formatNumber(more) }) : listed;
  return say('change.refusal', { names: who, title, hint });
}
