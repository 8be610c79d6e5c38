import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSlots } from '../../renderer/ui/row-slots.ts';

const range = (from: number, length: number) => Array.from({ length }, (_, offset) => from + offset);

/** How many elements can stay where they are among the others: Vue moves the rest. */
function mostUnmoved(before: readonly number[], now: readonly number[]): number {
  const most: number[] = [];
  const places = now.map((slot) => before.indexOf(slot)).filter((place) => place >= 0);
  for (const [at, place] of places.entries()) {
    const earlier = most.filter((_, other) => (places[other] ?? 0) < place);
    most[at] = 1 + Math.max(0, ...earlier);
  }
  return Math.max(0, ...most);
}

describe('the elements of rows', () => {
  it('builds a row anew for each one scrolled to', () => {
    const slots = new RowSlots();
    slots.assign(range(0, 8), 0);
    for (let row = 1; row < 100; row += 1)
      expect(Math.max(...slots.assign([0, ...range(row, 8)], 0))).toBeLessThan(9);
  });

  it('gives a row that stays in view another element', () => {
    const slots = new RowSlots();
    const before = slots.assign(range(10, 8), 12);
    expect(slots.assign(range(11, 8), 12).slice(0, 7)).toEqual(before.slice(1));
  });

  it('gives two rows the same element, or moves the focused one among the others, which takes its focus', () => {
    const places = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(60), places, (active, views) => {
        const slots = new RowSlots();
        let before: readonly number[] = [];
        for (const [first, length] of views) {
          const rows = [...new Set([...range(first, length), active])].sort((one, other) => one - other);
          const now = slots.assign(rows, active);
          expect(new Set(now).size).toBe(rows.length);
          const others = now.toSpliced(rows.indexOf(active), 1);
          if (before.length > 0) expect(mostUnmoved(before, others)).toBeLessThan(mostUnmoved(before, now));
          before = now;
        }
      }),
    );
  });
});
