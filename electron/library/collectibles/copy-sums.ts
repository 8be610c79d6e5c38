import type { CollectibleSums } from '../../../shared/collectibles.ts';
import type { KnownCopy } from './copy-memory.ts';

/** What copies are worth together: prices that are not known are counted, and are in no sum. */
export function sumsOf(copies: readonly KnownCopy[]): CollectibleSums {
  const priced = copies.filter(({ price }) => price !== null);
  const compared = priced.filter(({ original }) => original !== null);
  return {
    copies: copies.length,
    items: new Set(copies.map(({ assetId }) => assetId)).size,
    onHold: copies.filter(({ isOnHold }) => isOnHold).length,
    value: sum(priced.map(({ price }) => price)),
    unpriced: copies.length - priced.length,
    gain: {
      copies: compared.length,
      original: sum(compared.map(({ original }) => original)),
      value: sum(compared.map(({ price }) => price)),
    },
  };
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
