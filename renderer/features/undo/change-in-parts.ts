import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Progress } from '../work/work.store.ts';

/** A change of many items that is made part by part. */
export interface ChangeInParts<Item, Outcome> {
  readonly items: readonly Item[];
  /** What is done, with so many done. */
  readonly word: (done: number) => string;
  /** Makes a part; `step` is the one the parts before have left, if any. */
  readonly send: (part: readonly Item[], step: number | undefined) => Promise<Outcome>;
  readonly join: (before: Outcome, part: Outcome) => Outcome;
}

/** How far it came. */
export interface PartsMade<Outcome> {
  readonly outcome: Outcome | null;
  /** Items. */
  readonly done: number;
  /** Why it came no further; null when it was called off, or is whole. */
  readonly error: AppError | null;
}

// The library answers others in between: it takes some 30 ms for so many.
const itemsPerPart = 2000;

/** Makes a change part by part until it is whole, called off or has failed. `stepNow` gives the step it has left so far. */
export async function inParts<Item, Outcome>(
  { items, send, join }: ChangeInParts<Item, Outcome>,
  stepNow: () => Promise<number | undefined>,
  { report, isCancelled }: Progress,
): Promise<PartsMade<Outcome>> {
  let outcome: Outcome | null = null;
  let step: number | undefined;
  let done = 0;
  try {
    while (done < items.length && !isCancelled()) {
      const part = items.slice(done, done + itemsPerPart);
      const made = await send(part, step);
      outcome = outcome === null ? made : join(outcome, made);
      done += part.length;
      report(done);
      step = await stepNow();
    }
  } catch (thrown) {
    return { outcome, done, error: toAppError(thrown) };
  }
  return { outcome, done, error: null };
}
