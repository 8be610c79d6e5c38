import { AppError } from '../../shared/errors.ts';
import type { StepName } from '../../shared/undo.ts';

/**
 * What a step is called that has taken in another one of its kind: a change of many items that comes in parts. Throws
 * `undoOvertaken` for a step that it cannot be a part of.
 */
export function joinNames(step: StepName, part: StepName): StepName {
  const own = countOf(step);
  const added = countOf(part);
  const isMore =
    step.kind === 'createFilled' && part.kind === 'addItems' && step.collection === part.collection;
  if (own === null || added === null || !(isMore || isSame(step, part)))
    throw new AppError('undoOvertaken', `A step ${part.kind} is no part of a step ${step.kind}`);
  return { ...step, count: own + added } as StepName;
}

function countOf(step: StepName): number | null {
  return 'count' in step ? step.count : null;
}

function isSame(step: StepName, part: StepName): boolean {
  return JSON.stringify({ ...step, count: 0 }) === JSON.stringify({ ...part, count: 0 });
}
