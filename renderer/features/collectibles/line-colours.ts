import { accountColours, type AccountColour } from '../../../shared/accounts.ts';

// The first ones are told apart best.
const spare: readonly AccountColour[] = [
  'blue',
  'orange',
  'green',
  'purple',
  'teal',
  'pink',
  'yellow',
  'red',
];

/** A colour for each account, as CSS has it: its own, else one that none of the others has while there are such. */
export function lineColours(own: readonly (AccountColour | null)[]): string[] {
  const taken = new Set(own);
  const free = spare.filter((colour) => !taken.has(colour));
  let next = 0;
  return own.map((colour) => {
    const chosen = colour ?? free[next++ % Math.max(1, free.length)] ?? accountColours[0];
    return `var(--account-${chosen})`;
  });
}
