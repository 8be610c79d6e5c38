import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { mostSteps } from '../../../shared/undo.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { assets } from './collection-model.ts';

const look = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
const code = (expected: ErrorCode) => expect.objectContaining({ code: expected }) as unknown;

function create(library: Library, name: string, ids: readonly number[]): number {
  return library.collections.create({ ...look, name, items: assets(ids) }).answer.id;
}

function lastStep(library: Library): number {
  return library.undo.state().undo?.id ?? 0;
}

function idsOf(library: Library, id: number): number[] {
  return library.collectionPages.page({ id, search: '', sort: 'custom' }, 0).items.map((item) => item.id);
}

describe('a change in parts', () => {
  it('more than one step, or a redo that puts what stepped aside where the first part had it', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', [1, 2]);
    const wanted = Array.from({ length: 120 }, (_, index) => index + 10);
    let into: number | undefined;
    for (const [done, item] of wanted.entries()) {
      library.filing.add(id, assets([item]), done + 1, into);
      into = lastStep(library);
    }
    const inside = [1, ...wanted, 2];
    expect(idsOf(library, id)).toEqual(inside);
    expect(library.undo.state().undo?.name).toEqual({ kind: 'addItems', count: 120, collection: 'Hats' });
    library.undo.undo(null);
    expect(idsOf(library, id)).toEqual([1, 2]);
    library.undo.redo(null);
    expect(idsOf(library, id)).toEqual(inside);
  });

  it('a collection made with many items that an undo leaves behind, or that a redo fills with the first of them', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', [1, 2]);
    library.filing.add(id, assets([3, 4]), null, lastStep(library));
    expect(library.undo.state().undo?.name).toEqual({ kind: 'createFilled', count: 4, collection: 'Hats' });
    library.undo.undo(null);
    expect(library.collections.state().collections).toEqual([]);
    library.undo.redo(null);
    expect(idsOf(library, id)).toEqual([1, 2, 3, 4]);
  });

  it('a part that joins another change than the one it belongs to, or is made without it', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', [1, 2]);
    const other = create(library, 'Caps', [5]);
    library.filing.add(id, assets([3]), null);
    const into = lastStep(library);
    library.filing.remove(other, assets([5]));
    expect(() => library.filing.add(id, assets([4]), null, into)).toThrow(code('undoOvertaken'));
    const removal = lastStep(library);
    expect(() => library.filing.add(id, assets([4]), null, removal)).toThrow(code('undoOvertaken'));
    expect(() => library.filing.remove(id, assets([1]), removal)).toThrow(code('undoOvertaken'));
    library.undo.undo(null);
    expect(() => library.filing.remove(other, assets([5]), removal)).toThrow(code('undoOvertaken'));
    expect([idsOf(library, id), idsOf(library, other)]).toEqual([[1, 2, 3], [5]]);
    expect(library.undo.state().redo?.id).toBe(removal);
  });

  it('steps before it forgotten, one for each part', () => {
    const { library } = openLibrary();
    const id = create(library, 'Hats', []);
    for (let item = 1; item <= mostSteps - 1; item += 1) library.filing.add(id, assets([item]), null);
    library.filing.add(id, assets([1000]), null);
    for (let item = 1001; item <= 1020; item += 1)
      library.filing.add(id, assets([item]), null, lastStep(library));
    for (let step = 0; step < mostSteps; step += 1) library.undo.undo(null);
    expect(idsOf(library, id)).toEqual([]);
    expect(library.undo.state().undo).toBeNull();
  });

  it('a profile collection whose parts are taken back one by one', () => {
    const { library } = openLibrary();
    library.profileItems.save(7, [], 0, 0);
    const add = (ids: readonly number[], into: number | null) =>
      library.profileSteps.accept(7, 'in', assets(ids), 1, into);
    add([1, 2], null);
    expect(add([3, 2], lastStep(library))).toBe(3);
    const { undo } = library.undo.state();
    expect(undo?.name).toEqual({ kind: 'addToProfile', count: 3, accountId: 7 });
    library.undo.undo(null);
    expect(library.outbox.pending(7)).toBe(0);
    library.undo.redo(null);
    expect(library.outbox.pending(7)).toBe(3);
    library.profileSteps.accept(7, 'out', assets([1]), 1);
    expect(() => add([4], lastStep(library))).toThrow(code('undoOvertaken'));
    expect(() => library.profileSteps.accept(8, 'out', assets([1]), 1, lastStep(library))).toThrow(
      code('undoOvertaken'),
    );
  });
});
