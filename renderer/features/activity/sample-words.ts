import { say } from '../../i18n.ts';

const pattern = /^([^:]+): (\w+)(?: \((\w+)\))?$/;

/** What was wrong with a row, in words: main notes a field and a kind of fault (`assetId: invalid_type (int)`). */
export function wordSample(sample: string): string {
  const [, path, kind, expected] = pattern.exec(sample) ?? [];
  if (!path || !kind) return sample;
  const field = path === 'row' ? say('activity.problem.wholeRow') : path;
  return say('activity.problem.sample', { field, fault: wordFault(kind, expected) });
}

function wordFault(kind: string, expected: string | undefined): string {
  if (kind === 'invalid_type' && expected) return say('activity.problem.expected', { kind: expected });
  if (kind === 'custom') return say('activity.problem.notUsable');
  return say('activity.problem.otherFault', { kind });
}
