import type { KnownCopy } from './copy-memory.ts';

/** A limited with all its copies; `total` in Robux over those with a known price. */
export interface CopyGroup {
  readonly copies: readonly KnownCopy[];
  readonly first: KnownCopy;
  readonly serial: number | null;
  readonly price: number | null;
  readonly total: number | null;
  readonly original: number | null;
  readonly stock: number | null;
  readonly onHold: number;
}

/** Copies under their items, both in the order given. */
export function groupsOf(copies: readonly KnownCopy[]): CopyGroup[] {
  const byItem = Map.groupBy(copies, ({ assetId }) => assetId);
  return [...byItem.values()].flatMap((own) => {
    const [first] = own;
    return first ? [toGroup(first, own)] : [];
  });
}

function toGroup(first: KnownCopy, copies: readonly KnownCopy[]): CopyGroup {
  const known = (of: (copy: KnownCopy) => number | null) => copies.flatMap((copy) => of(copy) ?? []);
  const prices = known(({ price }) => price);
  return {
    copies,
    first,
    serial: least(known(({ serial }) => serial)),
    price: most(prices),
    total: prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0),
    original: most(known(({ original }) => original)),
    stock: most(known(({ stock }) => stock)),
    onHold: copies.filter(({ isOnHold }) => isOnHold).length,
  };
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((one, other) => Math.min(one, other));
}

function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((one, other) => Math.max(one, other));
}
