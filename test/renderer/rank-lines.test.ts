import { expect, it } from 'vitest';
import type { PaletteLine } from '../../renderer/features/palette/palette-line.ts';
import { rankLines } from '../../renderer/features/palette/rank-lines.ts';

function line(label: string, hint = ''): PaletteLine {
  const icon = {};
  return { key: label, group: 'places', label, hint, icon, carryOut: () => undefined };
}

const labels = (text: string, lines: readonly PaletteLine[], most = 9) =>
  rankLines(text, lines, most).map(({ label }) => label);

it('what begins with what was typed standing behind what only has it in it', () => {
  const lines = [line('Anteater hats'), line('Old Hats'), line('Hats'), line('That one'), line('Gifts')];
  expect(labels('hat', lines)).toEqual(['Hats', 'Anteater hats', 'Old Hats', 'That one']);
});

it('a word of where it belongs not counting, or counting as much as its name', () => {
  expect(labels('win hat', [line('Hats', 'Outfits › Winter'), line('Hats', 'Summer')])).toEqual(['Hats']);
  expect(labels('face', [line('Classic', 'Faces'), line('Faces')])).toEqual(['Faces', 'Classic']);
});

it('accents, case or a stray space hiding what is meant', () => {
  expect(labels('  CROWN ', [line('Golden Crówn')])).toEqual(['Golden Crówn']);
});

it('more lines than wanted, or none where nothing is typed', () => {
  const many = Array.from({ length: 20 }, (_, index) => line(`View ${index}`));
  expect(labels('', many, 6)).toHaveLength(6);
  expect(labels('view', many, 6)).toHaveLength(6);
  expect(labels('zzz', many)).toEqual([]);
});
