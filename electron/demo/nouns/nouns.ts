import { variantOf } from '../art/kinds.ts';
import { figureNouns } from './figures.ts';
import { madeNouns } from './made.ts';
import type { NamedKind, NounTable } from './noun-table.ts';
import { wornNouns } from './worn.ts';

export const nouns: NounTable = { ...wornNouns, ...figureNouns, ...madeNouns };

/** Words for what the picture of this seed shows. */
export function nounsFor(kind: NamedKind, seed: number): readonly string[] {
  const byVariant: Readonly<Record<string, readonly string[]>> = nouns[kind];
  return byVariant[variantOf(kind, seed)]!;
}
