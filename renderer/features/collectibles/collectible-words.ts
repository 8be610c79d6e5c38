import { formatNumber } from '../../format.ts';

const signed = { style: 'percent', signDisplay: 'exceptZero' } as const;
const percent = new Intl.NumberFormat('en', { ...signed, maximumFractionDigits: 1 });
// Of a hundredfold a tenth of a percent says nothing.
const wholePercent = new Intl.NumberFormat('en', { ...signed, maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** A difference with its sign, a true minus among them. */
export function wordChange(change: number): string {
  if (change === 0) return '0';
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`;
}

/** A difference as a part of what it is a difference from, with its sign. */
export function wordPercent(part: number): string {
  return (Math.abs(part) < 10 ? percent : wholePercent).format(part).replace('-', '−');
}

/** A part of a whole. */
export function wordShare(part: number, whole: number): string {
  return share.format(whole === 0 ? 0 : part / whole);
}
