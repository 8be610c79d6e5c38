import type { OwnershipCell, OwnershipProgress, OwnershipRow } from '../../../shared/ownership.ts';
import { formatNumber, formatWait } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';

/** What an item is called: its true name, what stood beside its id, or the id. */
export function nameOf({ id, type, name, note }: OwnershipRow): string {
  return name ?? note ?? `${say(`ownership.types.${type}`)} ${id}`;
}

/** A cell in words. */
export function wordState({ state, copies, code }: OwnershipCell): string {
  const words =
    state === 'owned' && copies > 1
      ? say('ownership.states.ownedCopies', { number: formatNumber(copies) })
      : say(`ownership.states.${state}`);
  const isKnown = state === 'owned' || state === 'notOwned';
  return code && isKnown ? say('ownership.states.withTrouble', { state: words }) : words;
}

/** How asking stands, in a few words; null where nothing was asked yet. */
export function wordAsking(progress: OwnershipProgress, now: number): string | null {
  const { phase } = progress;
  const counts = { done: formatNumber(progress.dealtWith), total: formatNumber(progress.total) };
  switch (phase.kind) {
    case 'running':
      return say('ownership.ask.running', counts);
    case 'waiting':
      return say('ownership.ask.waiting', { ...counts, wait: formatWait(phase.until - now) });
    case 'offline':
      return say('ownership.ask.offline');
    case 'paused':
      return say('ownership.ask.paused', counts);
    case 'failed':
      return say('ownership.ask.stopped', { reason: sayError(phase.error.code).title });
    // What is known says more than what was asked.
    case 'done':
    case 'idle':
      return null;
  }
}

/** What Roblox allows, and how long it is going to take; null while that is not known. */
export function wordRate({ perMinute, minutesLeft }: OwnershipProgress): string | null {
  if (perMinute === null || minutesLeft === null) return null;
  const values = { number: formatNumber(perMinute), minutes: formatNumber(minutesLeft) };
  return say('ownership.ask.rate', values, minutesLeft);
}

/** Offers what was taken off the list last. */
export function wordBringBack(number: number): string {
  return say('ownership.bringBack', { number: formatNumber(number) }, number);
}
