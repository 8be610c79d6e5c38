export interface MatrixWidths {
  /** For `grid-template-columns`. */
  readonly template: string;
  /** Pixels all columns take at least; in a narrower window the accounts scroll past beside the items. */
  readonly least: number;
  /** Pixels of the column that stays in place. */
  readonly first: number;
}

const itemRem = { most: 15, least: 9 } as const;
const kindRem = 6;
const accountRem = 6.5;

/** How wide the columns of items by accounts are in so many pixels. */
export function matrixWidths(accounts: number, width: number, rem: number): MatrixWidths {
  const first = Math.round(Math.min(itemRem.most * rem, Math.max(itemRem.least * rem, width * 0.42)));
  const [kind, account] = [Math.round(kindRem * rem), Math.round(accountRem * rem)];
  const template = `minmax(${first}px, 3fr) ${kind}px repeat(${accounts}, minmax(${account}px, 1fr))`;
  return { template, least: first + kind + accounts * account, first };
}
