import { cpSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import type { LossAnswer } from '../../../electron/library/timeline/judgement.ts';
import { timelineKinds } from '../../../shared/timeline.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary, temporaryFolder } from '../../support/library-folder.ts';
import { listKeys, lists, readCollectibles, readList, type TrueItem } from './inventory-model.ts';

const accountId = 7;
const [hats = '', hair = '', created = ''] = listKeys;
const run = { completedSubjects: listKeys, isComplete: true };
const mostSteps = 200;

function item(id: number, list = hats, copies: readonly number[] = [id * 10], price = 100): TrueItem {
  return { type: 'Asset', id, copies: new Set(copies), lists: new Set([list]), price };
}

const [atFirst, then, atLast] = [
  [item(1), item(2), item(3, hair), item(4)],
  [item(1, hats, [10, 11]), item(3), item(4, hats, [40], 120), item(5), item(6, created, [0])],
  [item(1, hats, [11]), item(3), item(4, hats, [40], 130), item(6, created, [0]), item(7)],
];
const firstNews = ['gained 1', 'gained 5', 'lost 2', 'moved 3', 'repriced 4'];
const allNews = [...firstNews, 'gained 7', 'lost 1', 'lost 5', 'repriced 4'].toSorted();
const answers: LossAnswer[] = [1, 2, 5].map((id) => {
  const instanceIds = id === 1 ? [11] : null;
  return { item: { type: 'Asset', id }, isOwned: id === 1, isDeleted: false, instanceIds };
});

function read(library: Library, items: readonly TrueItem[], at: number, keys = listKeys): void {
  for (const key of keys) readList(library, accountId, key, items, { at, pageSize: 3, isWhole: true });
  readCollectibles(library, accountId, items, at);
}

/** A library that was compared once, and read again since: one list for the first time. */
function prepare(): string {
  const { library, folder } = openLibrary();
  addAccount(library, accountId);
  library.categories.save(accountId, lists, 1);
  const known = listKeys.filter((key) => key !== created);
  read(library, atFirst, 10, known);
  library.timeline.compare(accountId, { ...run, completedSubjects: known }, 10, answers);
  read(library, then, 20);
  library.close();
  return folder;
}

function openCopy(folder: string): { library: Library; folder: string } {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return openLibrary(copy);
}

/** Nothing is quick any more: a slice is one step. */
function takeOneStepAtATime(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
}

function trySome(library: Library, slices: number, at: number): boolean {
  for (let slice = 0; slice < slices; slice += 1)
    if (library.timeline.tryCompare(accountId, run, at, answers)?.comparison) return true;
  return false;
}

function told(library: Library): string[] {
  const { refreshes } = library.timeline.list('all', { before: null, kinds: timelineKinds, search: '' });
  return refreshes
    .flatMap(({ entries }) => entries.map((entry) => `${entry.change.kind} ${entry.item.id}`))
    .toSorted();
}

it('half of a comparison told, or anything lost or told twice, when the process is killed at any step of it', () => {
  takeOneStepAtATime();
  const prepared = prepare();
  let isDone = false;
  for (let steps = 0; !isDone; steps += 1) {
    expect(steps).toBeLessThan(mostSteps);
    const running = openCopy(prepared);
    isDone = trySome(running.library, steps, 30);
    const { library } = openCopy(running.folder);
    running.library.close();
    const before = told(library);
    expect([[], firstNews], `after ${steps} steps`).toContainEqual(before);
    expect(library.timeline.alerts()).toHaveLength(before.length === 0 ? 0 : 1);
    library.timeline.compare(accountId, run, 40, answers);
    expect(told(library), `after ${steps} steps and a restart`).toEqual(firstNews);
    read(library, atLast, 50);
    library.timeline.compare(accountId, run, 50, answers);
    expect(told(library), `after ${steps} steps and another refresh`).toEqual(allNews);
    library.close();
  }
}, 60_000);

it('what was told announced only when the comparison is over, or again and again', () => {
  takeOneStepAtATime();
  const { library } = openCopy(prepare());
  const said: boolean[] = [];
  let isDone = false;
  for (let steps = 0; !isDone && steps < mostSteps; steps += 1) {
    const step = library.timeline.tryCompare(accountId, run, 30, answers);
    isDone = step?.comparison != null;
    if (step?.isTold) said.push(isDone);
  }
  expect(isDone).toBe(true);
  expect(said).toEqual([false]);
});

it('one reading taken for two when the process is killed while it is compared, by a clock that was set back', () => {
  takeOneStepAtATime();
  const prepared = prepare();
  const lossesIn = (library: Library) => told(library).filter((change) => change.startsWith('lost'));
  let isDone = false;
  for (let steps = 0; !isDone; steps += 1) {
    expect(steps).toBeLessThan(mostSteps);
    const running = openCopy(prepared);
    // Nobody could be asked, and the lists are of 20.
    for (let slice = 0; slice < steps && !isDone; slice += 1)
      isDone = running.library.timeline.tryCompare(accountId, run, 15, [])?.comparison != null;
    const { library } = openCopy(running.folder);
    running.library.close();
    library.timeline.compare(accountId, run, 16, []);
    expect(lossesIn(library), `after ${steps} steps`).toEqual([]);
    for (const at of [50, 60]) {
      read(library, then, at);
      library.timeline.compare(accountId, run, at, []);
    }
    expect(lossesIn(library), `after ${steps} steps and two more readings`).toEqual(['lost 2']);
    library.close();
  }
}, 60_000);

it('losses invented by a list that is read anew and swept away while it is compared', () => {
  takeOneStepAtATime();
  const prepared = prepare();
  let isDone = false;
  for (let steps = 1; !isDone; steps += 1) {
    const { library } = openCopy(prepared);
    isDone = trySome(library, steps, 30);
    read(library, atLast, 40);
    for (let sweep = 0; sweep < 50; sweep += 1) library.leftovers.deleteSome();
    if (!isDone) expect(trySome(library, mostSteps, 30)).toBe(true);
    expect(told(library), `read anew after ${steps} steps`).toEqual(firstNews);
    library.timeline.compare(accountId, run, 50, answers);
    expect(told(library), `read anew after ${steps} steps`).toEqual(allNews);
    while (library.leftovers.deleteSome());
    library.close();
  }
}, 60_000);

it('an account that is cleared in the middle compared with what is gone', () => {
  takeOneStepAtATime();
  const { library } = openCopy(prepare());
  expect(trySome(library, 12, 30)).toBe(false);
  library.clearAccount(accountId);
  expect(trySome(library, mostSteps, 30)).toBe(true);
  expect(told(library)).toEqual([]);
  while (library.leftovers.deleteSome());
});
