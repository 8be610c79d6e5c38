import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../shared/views.ts';
import { addAccount } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

function view(name: string): Omit<SavedView, 'id'> {
  const query = { scope: 7, category: 'own/AssetType/8/', search: '"crown" *', sort: 'serial' } as const;
  return { name, ...query, owned: { missingFrom: 3 }, filter: { isLimited: true, types: ['Asset'] } };
}

const names = (views: readonly SavedView[]) => views.map(({ name }) => name);

describe('saved views', () => {
  it('a view that comes back other than it was saved, after a restart too', () => {
    const { library, folder } = openLibrary();
    const saved = library.savedViews.save(view('Crowns'));
    expect(saved).toEqual({ id: saved.id, ...view('Crowns') });
    library.close();
    expect(openLibrary(folder).library.savedViews.list()).toEqual([saved]);
  });

  it('a changed view standing twice, at another place, or changed only in part', () => {
    const { savedViews } = openLibrary().library;
    const first = savedViews.save(view('One'));
    savedViews.save(view('Two'));
    const changed = savedViews.save({ ...first, name: 'Uno', scope: 'all', owned: 'any', filter: {} });
    expect(names(savedViews.list())).toEqual(['Uno', 'Two']);
    expect(changed).toStrictEqual({ ...first, name: 'Uno', scope: 'all', owned: 'any', filter: {} });
  });

  it('a view moved to a place other than the one it was dropped at', () => {
    const { savedViews } = openLibrary().library;
    const one = savedViews.save(view('One'));
    const two = savedViews.save(view('Two'));
    savedViews.save(view('Three'));
    expect(names(savedViews.move(one.id, 1))).toEqual(['Two', 'One', 'Three']);
    expect(names(savedViews.move(two.id, 99))).toEqual(['One', 'Three', 'Two']);
    savedViews.save(view('Four'));
    expect(names(savedViews.list())).toEqual(['One', 'Three', 'Two', 'Four']);
  });

  it('a change of a view that is gone passing for saved, or its number given to another', () => {
    const { savedViews } = openLibrary().library;
    const gone = savedViews.save(view('Gone'));
    expect(savedViews.remove(gone.id)).toEqual([]);
    expect(savedViews.remove(gone.id)).toEqual([]);
    const unknown = expect.objectContaining({ code: 'savedViewUnknown' }) as unknown;
    expect(() => savedViews.save(gone)).toThrow(unknown);
    expect(() => savedViews.move(gone.id, 0)).toThrow(unknown);
    expect(savedViews.save(view('New')).id).not.toBe(gone.id);
  });

  it('one view too many kept, or a full list that cannot be changed', () => {
    const { savedViews } = openLibrary().library;
    const first = savedViews.save(view('First'));
    for (let count = 1; count < 200; count += 1) savedViews.save(view(`View ${count}`));
    expect(() => savedViews.save(view('Too many'))).toThrow(
      expect.objectContaining({ code: 'savedViewsFull' }),
    );
    savedViews.save({ ...first, name: 'Renamed' });
    expect(savedViews.list()).toHaveLength(200);
  });

  it('a view lost with its account', () => {
    const { library } = openLibrary();
    addAccount(library, 7);
    library.savedViews.save(view('Crowns'));
    library.forget(7);
    library.accounts.remove(7);
    expect(names(library.savedViews.list())).toEqual(['Crowns']);
  });
});
