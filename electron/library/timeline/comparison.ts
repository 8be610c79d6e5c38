import type { ItemRef } from '../../../shared/items.ts';
import { countCopies, differenceOf, type ComparedItem, type ItemDifference } from './differences.ts';
import type { KeptChange } from './events.ts';
import { judge, type LossAnswer } from './judgement.ts';
import type { Miss, MissOf } from './misses.ts';
import type { EndedRun, Reading } from './reading.ts';

/** A loss the lists tell of, to be asked about before it is told. */
export interface SuspectedLoss {
  readonly item: ItemRef;
  /** Whether the lists have other copies of it: then only its copies can say which one is gone. */
  readonly hasOthers: boolean;
}

export interface Findings {
  readonly changes: readonly KeptChange[];
  /** Items whose baseline stays: what became of them is not certain. */
  readonly held: readonly ItemRef[];
  readonly misses: readonly MissOf[];
  /** Worth asking Roblox about, with when that was last done: 0 when it never was. */
  readonly suspected: readonly (SuspectedLoss & { readonly askedAt: number })[];
}

export interface Known {
  readonly misses: ReadonlyMap<string, Miss>;
  readonly answers: readonly LossAnswer[];
  /** Names of categories by key. */
  readonly names: ReadonlyMap<string, string>;
  readonly at: number;
}

// A stack of very many copies is told by its number and the lowest few.
const mostSerials = 20;

/** What is to be told of some items of a reading, and what is held back. Pure. */
export function findChanges(
  items: readonly ComparedItem[],
  run: EndedRun,
  reading: Reading,
  known: Known,
): Findings {
  const answers = new Map(known.answers.map((answer) => [keyOf(answer.item), answer]));
  const changes: KeptChange[] = [];
  const held: ItemRef[] = [];
  const misses: MissOf[] = [];
  const suspected: (SuspectedLoss & { askedAt: number })[] = [];
  for (const one of items) {
    const { item } = one;
    const difference = differenceOf(one, reading);
    const miss = known.misses.get(keyOf(item));
    const answer = answers.get(keyOf(item));
    const judgement = judge(difference, run, reading, { miss, answer, at: known.at });
    if (difference.lost.length > 0 && run.isComplete)
      suspected.push({ item, hasOthers: difference.isListed, askedAt: miss?.askedAt ?? 0 });
    if (judgement.isTold) {
      changes.push(...changesOf(difference, known.names));
      continue;
    }
    held.push(item);
    if (judgement.miss) misses.push({ item, ...judgement.miss });
  }
  return { changes, held, misses, suspected };
}

function changesOf(difference: ItemDifference, names: ReadonlyMap<string, string>): KeptChange[] {
  const { item, gained, lost, moved, stayed } = difference;
  const named = (keys: readonly string[]) => keys.map((key) => names.get(key) ?? key);
  const changes: KeptChange[] = [];
  for (const [kind, copies] of [['lost', lost] as const, ['gained', gained] as const]) {
    if (copies.length === 0) continue;
    const serials = copies.flatMap(({ serialNumber }) => serialNumber ?? []);
    const lowest = [...new Set(serials)].toSorted((a, b) => a - b).slice(0, mostSerials);
    const others = stayed + (kind === 'lost' ? countCopies(gained) : 0);
    changes.push({
      item,
      change: { kind, copies: countCopies(copies), serials: lowest, others },
      copies,
    });
  }
  if (moved.length > 0) {
    const change = { kind: 'moved', from: named(difference.from), to: named(difference.to) } as const;
    changes.push({ item, change, copies: moved });
  }
  return changes;
}

function keyOf({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
