import { describe, expect, it } from 'vitest';
import { readAmount, readDay, readRange, writeDay } from '../../renderer/features/items/filter-input.ts';

describe('an amount of Robux', () => {
  it('a way of writing it refused, or read as another amount', () => {
    const amounts = ['0', ' 1500 ', '1,500', '1 500', '1.5k', '2M', '1,234,567', ''].map(readAmount);
    expect(amounts).toEqual(
      [0, 1500, 1500, 1500, 1500, 2_000_000, 1_234_567, null].map((value) => ({ value })),
    );
  });

  it('half of a typing error taken for an amount', () => {
    const wrong = ['abc', '-5', '1.5', '15,00', '1.2345k', '1e3', '99999999999999999999', '٣', '5 €'];
    expect(wrong.map(readAmount)).toEqual(wrong.map(() => 'unreadable'));
  });
});

describe('a day', () => {
  it('its last hours left out, or another day written back', () => {
    const from = readDay('2025-03-31', 'from');
    const to = readDay('2025-03-31', 'to');
    if (from === 'unreadable' || to === 'unreadable') throw new Error('Both are days');
    expect((to.value ?? 0) - (from.value ?? 0)).toBeGreaterThan(22 * 3_600_000);
    expect([from.value, to.value].map(writeDay)).toEqual(['2025-03-31', '2025-03-31']);
    expect(writeDay(null)).toBe('');
  });

  it('a day that no calendar has, or a year on its way', () => {
    expect(['2025-02-30', '0020-01-01', '31.3.2025'].map((text) => readDay(text, 'from'))).toEqual(
      Array.from({ length: 3 }, () => 'unreadable'),
    );
    expect(readDay('', 'to')).toEqual({ value: null });
  });
});

describe('a range', () => {
  it('ends the wrong way round accepted, or one end demanded', () => {
    expect(readRange({ value: 5 }, { value: 4 })).toBe('reversed');
    expect(readRange({ value: 5 }, { value: 5 })).toEqual({ from: 5, to: 5 });
    expect(readRange({ value: null }, { value: 4 })).toEqual({ from: null, to: 4 });
    expect(readRange('unreadable', { value: 4 })).toBe('unreadable');
  });
});
