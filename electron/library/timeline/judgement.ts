import type { ItemRef } from '../../../shared/items.ts';
import type { ItemDifference } from './differences.ts';
import type { Miss } from './misses.ts';
import type { EndedRun, Reading } from './reading.ts';

/** What Roblox answered about an item that left the lists. */
export interface LossAnswer {
  readonly item: ItemRef;
  readonly isOwned: boolean;
  /** Whether the item itself exists no more. */
  readonly isDeleted: boolean;
  /** Copies the account still has; null where only the item was asked about. */
  readonly instanceIds: readonly number[] | null;
}

/** Told now, or held back: then what is remembered of a loss that is not certain yet. */
export type Judgement = { readonly isTold: true } | { readonly isTold: false; readonly miss: Miss | null };

const told: Judgement = { isTold: true };

/**
 * Whether a difference is certain enough to be told. Lists shift while they are read, so that a row may be missed:
 * a loss is told when Roblox says that the item is not owned; unasked, only when every list that could hold it was read
 * whole, and twice without it. A refresh that is not complete tells of no loss.
 */
export function judge(
  difference: ItemDifference,
  run: EndedRun,
  reading: Reading,
  known: { readonly miss: Miss | undefined; readonly answer: LossAnswer | undefined; readonly at: number },
): Judgement {
  const { lost, moved, mayBeHidden, isOverdue } = difference;
  const isMoveHeld = moved.length > 0 && isOverdue;
  if (lost.length === 0) return isMoveHeld ? { isTold: false, miss: null } : told;
  const { answer, at } = known;
  const missedAt = known.miss?.missedAt ?? null;
  if (run.isComplete && answer) {
    const miss = { missedAt: null, askedAt: at };
    return isStillThere(difference, answer) || isMoveHeld ? { isTold: false, miss } : told;
  }
  const categories = [...new Set(lost.map(({ category }) => category))];
  const isReadTwice = missedAt !== null && reading.isReadAfter(missedAt, categories);
  if (run.isComplete && isReadTwice && !mayBeHidden) return told;
  // While a list was not read whole, that the others lack it is no first reading without it.
  const firstMissedAt = missedAt ?? (mayBeHidden ? null : at);
  return { isTold: false, miss: { missedAt: firstMissedAt, askedAt: known.miss?.askedAt ?? null } };
}

function isStillThere({ lost }: ItemDifference, { isOwned, instanceIds }: LossAnswer): boolean {
  if (instanceIds === null) return isOwned;
  return lost.some(({ instanceId }) => instanceIds.includes(instanceId));
}
