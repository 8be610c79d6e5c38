import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Changed } from '../../../electron/library/collections/collection-changes.ts';
import type { Library } from '../../../electron/library/library.ts';
import { AppError } from '../../../shared/errors.ts';
import { mostSteps } from '../../../shared/undo.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { assets, CollectionModel } from './collection-model.ts';

// Which collections an operation is about is said by chance, as an index into those there are.
const index = fc.nat(20);
const items = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
const position = fc.nat(6);
const operation = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), parent: fc.option(index), position, name: fc.string() }),
  fc.record({ kind: fc.constant('rename' as const), one: index, name: fc.constantFrom('A', 'B', 'قبعات') }),
  fc.record({ kind: fc.constant('move' as const), one: index, parent: fc.option(index), position }),
  fc.record({ kind: fc.constant('trash' as const), one: index }),
  fc.record({ kind: fc.constant('restore' as const), one: index }),
  fc.record({ kind: fc.constant('emptyTrash' as const) }),
  fc.record({
    kind: fc.constant('add' as const),
    one: index,
    items,
    more: fc.option(items),
    position: fc.option(position),
  }),
  fc.record({ kind: fc.constant('remove' as const), one: index, items, more: fc.option(items) }),
  fc.record({ kind: fc.constant('arrange' as const), one: index, items, position }),
  fc.record({
    kind: fc.constant('transfer' as const),
    one: index,
    other: index,
    items,
    more: fc.option(items),
    isCopy: fc.boolean(),
    position: fc.option(position),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({ kind: fc.constant('restart' as const) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

function show(library: Library) {
  const { collections, trash } = library.collections.state();
  return {
    collections: collections.map(({ id, parentId: parent, name, count }) => {
      const page = library.collectionPages.page({ id, search: '', sort: 'custom' }, 0);
      expect([page.total, count]).toEqual([page.items.length, page.items.length]);
      return { id, parent, name, items: page.items.map((item) => item.id) };
    }),
    trash: trash.map(({ id }) => id).sort((a, b) => a - b),
  };
}

/** Does something with items, and with more of them as a part of the same step. Returns whether anything changed. */
function inParts<Answer>(
  library: Library,
  { items: first, more }: { readonly items: readonly number[]; readonly more: readonly number[] | null },
  act: (part: readonly number[], into?: number) => Changed<Answer>,
): boolean {
  const before = library.undo.state().undo?.id;
  let isChanged = act(first).touched !== null;
  if (more) {
    const step = library.undo.state().undo?.id;
    const part = isChanged && step !== before ? act(more, step) : act(more);
    isChanged ||= part.touched !== null;
  }
  return isChanged;
}

const unique = (ids: readonly number[]) => [...new Set(ids)];

/** Does the same to both. Returns whether something changed; what is refused is refused for a reason of the model's. */
function change(library: Library, model: CollectionModel, wish: Operation): boolean {
  const pick = (which: number | null) =>
    which === null ? null : (model.ids[which % model.ids.length] ?? null);
  const { collections, filing } = library;
  if (wish.kind === 'create') {
    const parent = pick(wish.parent);
    const name = /[^\s\p{Cc}\p{Cf}]/u.test(wish.name) ? wish.name.toWellFormed() : 'Named';
    const look = { icon: null, colour: null, note: null, view: null };
    const asked = { ...look, parentId: parent, position: wish.position, name };
    if (parent !== null && model.isInTrash(parent)) return refuse(() => collections.create(asked));
    const { answer } = collections.create(asked);
    model.create(answer.id, answer.name, parent, wish.position);
    return true;
  }
  if (wish.kind === 'emptyTrash') {
    model.emptyTrash();
    return collections.emptyTrash().touched !== null;
  }
  if (!('one' in wish)) return false;
  const one = pick(wish.one);
  if (one === null) return refuse(() => collections.trash(1));
  if (wish.kind === 'trash') {
    if (!model.isInTrash(one)) model.setTrashed(one, true);
    return collections.trash(one).touched !== null;
  }
  if (wish.kind === 'restore') {
    if (!model.isTrashedItself(one) && model.isInTrash(one)) return refuse(() => collections.restore(one));
    const isTrashed = model.isTrashedItself(one);
    model.setTrashed(one, false);
    const parent = model.parentOf(one);
    if (isTrashed && parent !== null && (!model.ids.includes(parent) || model.isInTrash(parent)))
      model.move(one, null, 99);
    return collections.restore(one).touched !== null;
  }
  if (model.isInTrash(one)) return refuse(() => filing.remove(one, assets([1])));
  if (wish.kind === 'rename') {
    model.rename(one, wish.name);
    return collections.edit({ id: one, name: wish.name }).touched !== null;
  }
  if (wish.kind === 'move') {
    const parent = pick(wish.parent);
    const isRefused = parent !== null && (model.isInTrash(parent) || model.pathOf(parent).includes(one));
    if (isRefused) return refuse(() => collections.move(one, parent, wish.position));
    model.move(one, parent, wish.position);
    return collections.move(one, parent, wish.position).touched !== null;
  }
  const before = model.itemsOf(one);
  const more = 'more' in wish ? (wish.more ?? []) : [];
  if (wish.kind === 'add') {
    const { position: at } = wish;
    const news = unique([...wish.items, ...more]).filter((id) => !before.includes(id));
    model.setItems(one, before.toSpliced(at ?? before.length, 0, ...news));
    let filed = 0;
    const isChanged = inParts(library, wish, (part, into) => {
      const added = filing.add(
        one,
        assets(part),
        at === null ? null : Math.min(at, before.length) + filed,
        into,
      );
      filed += added.answer.filed;
      return added;
    });
    expect(filed).toBe(news.length);
    return isChanged;
  }
  const wanted = unique([...wish.items, ...more]).filter((id) => before.includes(id));
  const others = before.filter((id) => !wanted.includes(id));
  if (wish.kind === 'remove') {
    model.setItems(one, others);
    return inParts(library, wish, (part, into) => filing.remove(one, assets(part), into));
  }
  if (wish.kind === 'arrange') {
    const arranged = wanted.length > 0 ? others.toSpliced(wish.position, 0, ...wanted) : before;
    model.setItems(one, arranged);
    const isChanged = filing.arrange(one, assets(wish.items), wish.position).touched !== null;
    expect(isChanged).toBe(String(arranged) !== String(before));
    return isChanged;
  }
  const to = pick(wish.other) ?? one;
  const { isCopy, position: at } = wish;
  const moving = { items: assets(wish.items), isCopy, position: at };
  if (model.isInTrash(to)) return refuse(() => filing.transfer(one, to, moving));
  const there = model.itemsOf(to);
  if (to !== one) {
    const news = wanted.filter((id) => !there.includes(id));
    model.setItems(to, there.toSpliced(at ?? there.length, 0, ...news));
    if (!isCopy) model.setItems(one, others);
  }
  let filed = 0;
  return inParts(library, wish, (part, into) => {
    const position = at === null ? null : Math.min(at, there.length) + filed;
    const moved = filing.transfer(one, to, { items: assets(part), isCopy, position }, into);
    filed += moved.answer.filed;
    return moved;
  });
}

function refuse(wish: () => unknown): boolean {
  expect(wish).toThrow(AppError);
  return false;
}

it('anything other than what was there before coming back by undo, or redo not bringing the last of it', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60, size: 'max' }), (operations) => {
      const opened = openLibrary();
      let { library } = opened;
      const past: CollectionModel[] = [];
      let now = new CollectionModel();
      let future: CollectionModel[] = [];
      const restart = () => {
        library.close();
        ({ library } = openLibrary(opened.folder));
      };
      for (const wish of operations) {
        if (wish.kind === 'restart') restart();
        else if (wish.kind === 'undo' || wish.kind === 'redo') {
          const [from, onto] = wish.kind === 'undo' ? [past, future] : [future, past];
          const next = from.pop();
          if (next) onto.push(now);
          now = next ?? now;
          if (next) library.undo[wish.kind](null);
          else expect(() => library.undo[wish.kind](null)).toThrow(AppError);
        } else {
          const before = now.copy();
          if (change(library, now, wish)) {
            past.push(before);
            future = [];
          } else now = before;
        }
        expect(show(library)).toEqual(now.show());
      }
      restart();
      for (; future.length > 0; now = future.pop() ?? now) {
        past.push(now);
        library.undo.redo(null);
      }
      expect(library.undo.state().redo).toBeNull();
      const last = show(library);
      const steps = past.length;
      for (let step = 0; step < steps; step += 1) library.undo.undo(null);
      expect(show(library)).toEqual({ collections: [], trash: [] });
      expect(library.undo.state().undo).toBeNull();
      restart();
      for (let step = 0; step < steps; step += 1) library.undo.redo(null);
      expect(show(library)).toEqual(last);
      library.close();
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

it('a hundred and first step undone, or less than a hundred', () => {
  const { library } = openLibrary();
  const look = { name: 'Hats', icon: null, colour: null, note: null, view: null };
  const { id } = library.collections.create({ ...look, parentId: null, position: null }).answer;
  for (let item = 1; item <= mostSteps + 5; item += 1) library.filing.add(id, assets([item]), null);
  for (let step = 0; step < mostSteps; step += 1) library.undo.undo(null);
  expect(library.undo.state().undo).toBeNull();
  expect(show(library).collections).toMatchObject([{ items: [1, 2, 3, 4, 5] }]);
  library.filing.add(id, assets([99]), null);
  expect(library.undo.state().redo).toBeNull();
});

it('another step undone than the one that was meant', () => {
  const { library } = openLibrary();
  const look = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
  const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;
  expect(() => library.undo.undo(null)).toThrow(code('nothingToUndo'));
  expect(() => library.undo.redo(null)).toThrow(code('nothingToRedo'));
  library.collections.create({ ...look, name: 'One' });
  const first = library.undo.state().undo?.id ?? 0;
  library.collections.create({ ...look, name: 'Two' });
  expect(() => library.undo.undo(first)).toThrow(code('undoOvertaken'));
  expect(library.undo.undo(first + 1).state).toMatchObject({ undo: { id: first }, redo: { id: first + 1 } });
  expect(() => library.undo.redo(first)).toThrow(code('undoOvertaken'));
  library.undo.redo(first + 1);
  expect(show(library).collections).toHaveLength(2);
});
