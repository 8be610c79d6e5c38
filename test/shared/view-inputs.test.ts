import { expect, it } from 'vitest';
import { requests } from '../../shared/ipc.ts';

const view = { scope: 'all', category: 'own/*', search: '', sort: 'newest', owned: 'any', filter: {} };
const listed = { ...view, page: 0 };

it.each([
  ['no filter at all', { ...listed, filter: undefined }],
  ['a filter nobody knows', { ...listed, filter: { colour: 'red' } }],
  ['more categories than any tree has', { ...listed, filter: { categories: Array<string>(201).fill('a') } }],
  ['a price that is no number', { ...listed, filter: { price: { from: NaN, to: null } } }],
  ['half a range', { ...listed, filter: { acquired: { from: 1 } } }],
  ['an order nobody knows', { ...listed, sort: 'cheapest' }],
  ['a page before the first', { ...listed, page: -1 }],
  ['a search larger than anything pasted', { ...listed, search: 'x'.repeat(20_001) }],
])('a list being asked for with %s', (_, input) => {
  expect(requests['items.list'].input.safeParse(input).success).toBe(false);
});

it('a view that can be looked at but not be saved, or what is saved not being what was asked for', () => {
  const filter = { types: ['Asset'], price: { from: null, to: 9 }, hold: 'onHold', isLimited: true };
  const whole = { ...view, filter, search: 'x'.repeat(20_000) };
  expect(requests['items.list'].input.safeParse({ ...whole, page: 3 }).success).toBe(true);
  const saved = requests['savedViews.save'].input.safeParse({ ...whole, name: '  Crowns ' });
  expect(saved.data).toEqual({ ...whole, name: 'Crowns' });
});

it.each(['', '   ', 'x'.repeat(61)])('a view saved under a name nobody could read: "%s"', (name) => {
  expect(requests['savedViews.save'].input.safeParse({ ...view, name }).success).toBe(false);
});
