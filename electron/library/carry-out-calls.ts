import type { Library } from './library.ts';
import { carryOut, type LibraryCall } from './remote-library.ts';

export type Outcome = { readonly answer: unknown } | { readonly thrown: unknown };

/** Small writes of what a person wants, which come in numbers and wait for the disk each. */
const waitForDisk: ReadonlySet<string> = new Set(['profileSteps.accept']);
// No more wait for one commit: the first of them is answered after the last.
const mostTogether = 200;

/**
 * Carries out calls in their order and tells what became of each. Writes that have come in one after the other are committed
 * together and told after that: they wait for the disk once, and what was answered is on it.
 */
export function carryOutCalls(
  library: Library,
  calls: readonly LibraryCall[],
  tell: (place: number, outcome: Outcome) => void,
): void {
  for (let start = 0; start < calls.length;) {
    const group = calls.slice(start, endOfGroup(calls, start));
    const answers = group.length > 1 ? carryOutTogether(library, group) : null;
    for (const [place, call] of group.entries())
      tell(start + place, answers ? { answer: answers[place] } : outcomeOf(library, call));
    start += group.length;
  }
}

function endOfGroup(calls: readonly LibraryCall[], start: number): number {
  let end = start;
  while (end < calls.length && end - start < mostTogether && isWaiting(calls[end])) end += 1;
  return Math.max(end, start + 1);
}

function isWaiting(call: LibraryCall | undefined): boolean {
  return call !== undefined && waitForDisk.has(`${call.part}.${call.method}`);
}

/** Null when one of them cannot be: none is done then, and each is to be tried by itself, for an answer of its own. */
function carryOutTogether(library: Library, calls: readonly LibraryCall[]): unknown[] | null {
  try {
    return library.inOneCommit(() => calls.map((call) => carryOut(library, call)));
  } catch {
    return null;
  }
}

function outcomeOf(library: Library, call: LibraryCall): Outcome {
  try {
    return { answer: carryOut(library, call) };
  } catch (thrown) {
    return { thrown };
  }
}
