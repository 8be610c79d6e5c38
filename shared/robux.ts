/** More Robux than any item has ever cost: sums of what is believed stay exact over a library of any size. */
export const mostRobux = 10_000_000_000;

/** An amount of Robux as far as it can be believed; null for anything else a server may say instead of one. */
export function believableRobux(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= mostRobux
    ? value
    : null;
}
