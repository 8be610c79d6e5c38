import { describe, expect, it } from 'vitest';
import { useSwapChoice } from '../../renderer/features/profile-collection/useSwapChoice.ts';
import { sampleItem } from './samples.ts';

const items = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sampleItem(from + index));
const keys = (...ids: number[]) => new Set(ids.map((id) => `Asset-${id}`));

describe('choosing what a full collection takes', () => {
  it('a swap made that Roblox would refuse, or kept from being made that it would take', () => {
    let inside = items(1, 5);
    const { chosenIn, chosenOut, need, out } = useSwapChoice(
      items(101, 3),
      () => inside,
      () => 6,
    );
    expect(need.value).toEqual({ kind: 'out', count: 2 });
    chosenOut.value = keys(1);
    expect(need.value).toEqual({ kind: 'out', count: 1 });
    chosenOut.value = keys(1, 2);
    expect(need.value).toEqual({ kind: 'nothing' });
    chosenIn.value = keys(101);
    chosenOut.value = keys();
    expect(need.value).toEqual({ kind: 'nothing' });
    chosenIn.value = keys();
    expect(need.value).toEqual({ kind: 'in' });
    inside = items(3, 3);
    expect(out.value).toEqual([]);
  });

  it('more than the whole collection takes chosen to come in', () => {
    const { chosenIn, chosenOut, need, wanted } = useSwapChoice(
      items(101, 40),
      () => items(1, 12),
      () => 12,
    );
    expect(wanted.value.map(({ id }) => id)).toEqual(items(101, 12).map(({ id }) => id));
    chosenOut.value = new Set(items(1, 12).map(({ id }) => `Asset-${id}`));
    expect(need.value).toEqual({ kind: 'nothing' });
    chosenIn.value = new Set(items(101, 14).map(({ id }) => `Asset-${id}`));
    expect(need.value).toEqual({ kind: 'fewer', count: 2 });
  });
});
