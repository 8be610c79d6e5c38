import { describe, expect, it } from 'vitest';
import { copyColumns, copySorts } from '../../renderer/features/collectibles/collectible-columns.ts';
import {
  wordChange,
  wordPercent,
  wordShare,
} from '../../renderer/features/collectibles/collectible-words.ts';
import { lineColours } from '../../renderer/features/collectibles/line-colours.ts';

describe('the columns of collectibles', () => {
  it('one that is empty in every line, or too many for a narrow window', () => {
    const ids = (room: Parameters<typeof copyColumns>[0]) => copyColumns(room).map(({ id }) => id);
    const flat = { isGrouped: false, hasAccounts: false, width: 80 };
    expect(ids(flat)).toEqual(['name', 'serial', 'value', 'original', 'gain', 'stock', 'hold']);
    expect(ids({ ...flat, hasAccounts: true, width: 29.5 })).toEqual(['name', 'account', 'serial', 'value']);
    expect(ids({ ...flat, isGrouped: true, width: 29.5 })).toEqual(['name', 'copies', 'serial', 'total']);
    expect(copySorts({ isGrouped: true, hasAccounts: true })).toHaveLength(20);
    expect(copySorts(flat)).not.toContain('copiesDescending');
  });
});

describe('what a difference is called', () => {
  it('a sign that is missing, or a percent that says more than it can', () => {
    expect([wordChange(1200), wordChange(-5), wordChange(0)]).toEqual(['+1,200', '−5', '0']);
    expect([wordPercent(0.0512), wordPercent(-0.3), wordPercent(0), wordPercent(318.567)]).toEqual([
      ...['+5.1%', '−30%', '0%', '+31,857%'],
    ]);
    expect([wordShare(1, 3), wordShare(0, 0)]).toEqual(['33.3%', '0%']);
  });

  it('two accounts drawn in one colour while others are free', () => {
    const colours = lineColours([null, 'blue', null, null, null, null, null, null]);
    expect(new Set(colours).size).toBe(8);
    expect(colours[1]).toBe('var(--account-blue)');
  });
});
