import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { carryOutCalls, type Outcome } from '../../electron/library/carry-out-calls.ts';
import type { LibraryCall } from '../../electron/library/remote-library.ts';
import { openLibrary } from '../support/library-folder.ts';

const accept = (id: number, into: number | null = null): LibraryCall => ({
  ...{ part: 'profileSteps', method: 'accept' },
  args: [7, 'in', [{ type: 'Asset', id }], id, into],
});
const count: LibraryCall = { part: 'outbox', method: 'pending', args: [7] };

/** Carries calls out and tells, of each in its turn, its place, its answer, and how many changes others see in the file then. */
function carryOut(...calls: LibraryCall[]) {
  const { library, folder } = openLibrary();
  const other = new DatabaseSync(join(folder, 'keep.db'), { readOnly: true });
  onTestFinished(() => other.close());
  const kept = other.prepare('SELECT count(*) AS number FROM outbox_change');
  const told: (readonly [place: number, answer: unknown, kept: unknown])[] = [];
  carryOutCalls(library, calls, (place, outcome: Outcome) =>
    told.push([place, 'answer' in outcome ? outcome.answer : 'thrown', kept.get()?.['number']]),
  );
  return told;
}

describe('calls that came in together', () => {
  it('a commit for each, an answer before it, or out of its turn', () => {
    expect(carryOut(accept(1), accept(2), count, accept(3))).toEqual([
      [0, 1, 2],
      [1, 2, 2],
      [2, 2, 2],
      [3, 3, 3],
    ]);
  });

  it('one that cannot be taking others along, or leaving something of itself', () => {
    expect(carryOut(accept(1), accept(2, 999), accept(3))).toEqual([
      [0, 1, 1],
      [1, 'thrown', 1],
      [2, 2, 2],
    ]);
  });

  it('the first waiting for more than two hundred others', () => {
    const told = carryOut(...Array.from({ length: 250 }, (_, index) => accept(index + 1)));
    expect(told.at(0)).toEqual([0, 1, 200]);
    expect(told.at(-1)).toEqual([249, 250, 250]);
  });
});
