import { describe, expect, it } from 'vitest';
import {
  filterIn,
  ownedIn,
  partsOffered,
  sortsOffered,
  withPart,
} from '../../renderer/features/items/item-filter.ts';

const hats = 'own/AssetType/8/';
const favourites = 'favorites/AssetType/8/';
const allItems = 'own/*';

describe('the filters of a view', () => {
  it('one offered where it can mean nothing', () => {
    expect(partsOffered('all', favourites)).toEqual(['ownedBy', 'collections', 'price']);
    expect(partsOffered(7, hats)).not.toContain('ownedBy');
    expect(partsOffered(7, hats)).not.toContain('categories');
    expect(partsOffered(7, allItems)).toEqual(expect.arrayContaining(['categories', 'types', 'hold']));
  });

  it('one from another view narrowing this one unseen', () => {
    const filter = {
      categories: [hats],
      ownedBy: [8],
      hold: 'onHold',
      price: { from: 5, to: null },
    } as const;
    expect(filterIn(7, favourites, filter)).toEqual({ price: { from: 5, to: null } });
    expect(filterIn('all', allItems, filter)).toEqual(filter);
    expect(ownedIn(7, hats, { missingFrom: 8 })).toBe('any');
    expect(ownedIn(7, hats, 'duplicates')).toBe('duplicates');
    expect(ownedIn('all', favourites, 'duplicates')).toBe('any');
  });

  it('a filter that says nothing counted as one, or two ways of saying it told apart', () => {
    expect(filterIn('all', allItems, { types: [], price: { from: null, to: null } })).toEqual({});
    expect(filterIn(7, hats, { isLimited: false })).toEqual({ isLimited: false });
    const one = filterIn(7, hats, { hold: 'onHold', filed: 'unfiled' });
    const other = filterIn(7, hats, { filed: 'unfiled', hold: 'onHold' });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(withPart(one, 'hold', undefined)).toEqual({ filed: 'unfiled' });
  });

  it('an order offered that has nothing to go by', () => {
    expect(sortsOffered(hats, false)).not.toContain('relevance');
    expect(sortsOffered(hats, true)[0]).toBe('relevance');
    expect(sortsOffered(hats, true)).not.toContain('category');
    expect(sortsOffered(favourites, false)).not.toContain('serial');
  });
});
