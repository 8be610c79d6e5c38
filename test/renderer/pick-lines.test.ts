import type { ViewContent } from '../../shared/views.ts';
import { describe, expect, it } from 'vitest';
import { pickLines } from '../../renderer/features/collections/pick-lines.ts';
import { sampleCollection } from './samples.ts';

const view: ViewContent = {
  ...{ scope: 'all', category: 'own/*', search: '', sort: 'newest', owned: 'any', filter: {} },
};
const collections = [
  sampleCollection(1, { name: 'Hats' }),
  sampleCollection(2, { name: 'Winter', parentId: 1 }),
  sampleCollection(3, { name: 'Gifts' }),
  sampleCollection(4, { name: 'Cheap hats', view, count: null }),
];

function pick(text: string, recent: readonly number[] = [], shares = new Map<number, number>()) {
  const pathOf = ({ parentId }: { readonly parentId: number | null }) =>
    collections.filter(({ id }) => id === parentId);
  return pickLines(text, { collections, pathOf, recent, shares });
}

describe('collections to pick from', () => {
  it('a smart one offered, or the order of the tree lost', () => {
    expect(pick('').map(({ collection }) => collection.name)).toEqual(['Hats', 'Winter', 'Gifts']);
  });

  it('what was picked last below what was not', () => {
    expect(pick('', [3, 2]).map(({ collection }) => collection.id)).toEqual([3, 2, 1]);
  });

  it('one that is found by what it is in missed', () => {
    expect(pick('hat win')).toMatchObject([{ collection: { id: 2 }, path: 'Hats' }]);
    expect(pick('gift win')).toEqual([]);
  });

  it('items that are in it already not told', () => {
    expect(pick('gifts', [], new Map([[3, 2]]))).toMatchObject([{ already: 2, isRecent: false }]);
  });
});
