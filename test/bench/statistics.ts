/** The value below which `share` of the sorted values lie; throws when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
  if (value === undefined) throw new RangeError('Nothing was measured');
  return value;
}

/** The middle value, or halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('Nothing was measured');
  return (lower + upper) / 2;
}

/** How far the values lie apart, for a person: `median (least to most, n rounds)`. */
export function describeRounds(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${formatFigure(median(values))} (${formatFigure(least)} to ${formatFigure(most)}, ${values.length} rounds)`;
}

/** Three digits that mean something. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/**
 * Delays of a thread as anything that wanted to run at any moment would have met them. A block of 100 ms makes one late
 * tick, but whatever came within it had to wait as well: for each late tick those that were never made are added.
 */
export function fillInMissed(delays: readonly number[], intervalMs: number): number[] {
  return delays.flatMap((delay) => {
    const missed = Math.floor(Math.max(0, delay) / intervalMs);
    return [delay, ...Array.from({ length: missed }, (_, index) => delay - (index + 1) * intervalMs)];
  });
}

/** The share of frames that a display with that rate showed nothing new at, from the times between frames. */
export function droppedShare(gaps: readonly number[], frameMs: number): number {
  const due = gaps.map((gap) => Math.max(1, Math.round(gap / frameMs)));
  const all = due.reduce((sum, frames) => sum + frames, 0);
  return all === 0 ? 0 : (all - gaps.length) / all;
}
