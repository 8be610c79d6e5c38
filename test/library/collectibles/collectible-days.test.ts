import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepMigrations } from '../../../electron/library/keep-schema.ts';
import type { Library } from '../../../electron/library/library.ts';
import { dayOf } from '../../../shared/days.ts';
import { addAccount } from '../../support/accounts.ts';
import { memoryFolder, openLibrary, temporaryFolder } from '../../support/library-folder.ts';
import { copyOf, evening, readCopies } from './written-copies.ts';

const later = dayOf(evening(400));

function open(): Library {
  const { library } = openLibrary();
  addAccount(library, 1);
  return library;
}

function daysOf(library: Library, today = later) {
  const { accounts, daysAhead } = library.collectiblePast.history(1, today);
  return { days: accounts[0]?.days ?? [], values: accounts[0]?.values ?? [], daysAhead };
}

const priced = (price: number | null) => [copyOf(7, 1, { recentAveragePrice: price })];

afterEach(() => vi.unstubAllEnvs());

describe('what is kept of a day', () => {
  it('the first of several refreshes, or two days of one', () => {
    const library = open();
    const noon = evening(3) - 8 * 3_600_000;
    readCopies(library, 1, priced(10), { at: noon });
    readCopies(library, 1, priced(25), { at: evening(3) });
    expect(daysOf(library)).toMatchObject({ days: [dayOf(noon)], values: [25] });
    // The clock was set back within the day: what was read last is still the last.
    readCopies(library, 1, priced(30), { at: noon });
    expect(daysOf(library).values).toEqual([30]);
  });

  it('a refresh that was cut short, or lacks rows that could not be read', () => {
    const library = open();
    readCopies(library, 1, priced(10), { at: evening(0) });
    library.collectibles.begin(1, evening(1));
    library.collectibles.commitPage(1, { rows: priced(99), unreadableRows: 0, nextCursor: 'more' });
    expect(library.collectibleDays.keep(1, false)).toBe(false);
    readCopies(library, 1, [], { at: evening(2), unreadable: 1 });
    expect(daysOf(library)).toMatchObject({ days: [dayOf(evening(0))], values: [10] });
  });

  it('the reading a library of before has, or one that a kill left unkept, lost for good', () => {
    const library = open();
    readCopies(library, 1, priced(10), { at: evening(0), keeps: false });
    expect(daysOf(library).days).toEqual([]);
    expect(library.collectibleDays.keep(1, false)).toBe(true);
    expect(daysOf(library)).toMatchObject({ days: [dayOf(evening(0))], values: [10] });
    expect(library.collectibleDays.keep(1, false)).toBe(false);
  });

  it('a day whose value is lost when the same reading is looked at from another time zone', () => {
    vi.stubEnv('TZ', 'Europe/London');
    const library = open();
    const night = Date.UTC(2026, 10, 11, 1);
    readCopies(library, 1, priced(100), { at: Date.UTC(2026, 10, 10, 12) });
    readCopies(library, 1, priced(900), { at: night });
    const before = daysOf(library);
    expect(before.values).toEqual([100, 900]);
    vi.stubEnv('TZ', 'America/New_York');
    expect(dayOf(night), 'there it is the evening before').toBe(before.days[0]);
    expect(library.collectibleDays.keep(1, false)).toBe(false);
    expect(daysOf(library)).toEqual(before);
  });

  it('a price that is absurd breaking the sum, or counted as nothing', () => {
    const library = open();
    const absurd = [null, -5, Number.MAX_SAFE_INTEGER, 20_000_000_000];
    const copies = absurd.map((price, index) => copyOf(10 + index, index + 1, { recentAveragePrice: price }));
    readCopies(library, 1, [...priced(100), ...copies], { at: evening(0) });
    expect(library.collectiblePast.history(1, later).accounts[0]).toMatchObject({
      ...{ values: [100], copies: [5], items: [5], unpriced: [4] },
    });
    expect(library.collectibleViews.totals(1).together).toMatchObject({ value: 100, copies: 5, unpriced: 4 });
  });

  it('days of a clock that was ahead shown, or gone for good', () => {
    const library = open();
    readCopies(library, 1, priced(10), { at: evening(0) });
    readCopies(library, 1, priced(99), { at: evening(300) });
    readCopies(library, 1, priced(12), { at: evening(1) });
    const { days, values, daysAhead } = daysOf(library, dayOf(evening(1)));
    expect({ days, values, daysAhead }).toEqual({
      ...{ days: [0, 1].map((day) => dayOf(evening(day))), values: [10, 12], daysAhead: 1 },
    });
    expect(daysOf(library).values).toEqual([10, 12, 99]);
  });

  it('a day from before Satchel was, which a clock without a battery tells', () => {
    const library = open();
    readCopies(library, 1, priced(10), { at: new Date(1980, 0, 1).getTime() });
    expect(daysOf(library).days).toEqual([]);
  });

  it('the days of an account that left in the library, or those of one that stays gone with them', () => {
    const { library, folder } = openLibrary();
    for (const id of [1, 2]) {
      addAccount(library, id);
      readCopies(library, id, priced(10), { at: evening(0) });
    }
    library.clearAccount(1);
    expect(daysOf(library).values).toEqual([10]);
    library.collectibleDays.forget(1);
    library.close();
    const keep = new DatabaseSync(`${folder}/keep.db`);
    const accountsIn = (table: string) =>
      keep.prepare(`SELECT DISTINCT account_id AS id FROM ${table}`).all();
    expect(accountsIn('collectible_day')).toEqual([{ id: 2 }]);
    expect(accountsIn('collectible_series')).toEqual([{ id: 2 }]);
    expect(keep.prepare('SELECT count(*) AS left FROM collectible_change').get()).toEqual({ left: 1 });
    keep.close();
  });

  it('a name that is not known any more, in place of the one that was', () => {
    const library = open();
    library.collectibleDays.put(1, dayOf(evening(0)), 1, [
      { assetId: 7, name: 'Crown', price: 1, copies: 1 },
    ]);
    library.collectibleDays.put(1, dayOf(evening(1)), 2, [{ assetId: 7, name: null, price: 5, copies: 1 }]);
    const asked = { scope: 1, from: 0, to: later, order: 'robux' } as const;
    expect(library.collectiblePast.movers(asked, later).up[0]?.item.name).toBe('Crown');
  });
});

it('an account that is archived, hidden or gone waited for as one that can be read', () => {
  const { library } = openLibrary();
  const facts = [{}, { kind: 'archived' }, { visibility: 'hidden' }, {}] as const;
  for (const [place, fact] of facts.entries()) {
    addAccount(library, place + 1, fact);
    readCopies(library, place + 1, priced(10), { at: evening(0) });
  }
  library.accounts.setGone(4, true);
  const { accounts } = library.collectiblePast.history('all', later);
  expect(accounts.map(({ isAwaited }) => isAwaited)).toEqual([true, false, false, false]);
});

it('a library of before that does not open, or whose accounts are lost', () => {
  const folder = temporaryFolder();
  const keep = new DatabaseSync(`${folder}/keep.db`);
  const before = keepMigrations.findIndex((step) => step.includes('collectible_day'));
  keep.exec(`${keepMigrations.slice(0, before).join(';')}; PRAGMA user_version=${before}`);
  keep.exec(`INSERT INTO account (id, kind, username, display_name, visibility, is_banned, position)
    VALUES (1, 'followed', 'ada', 'Ada', 'visible', 0, 0)`);
  keep.close();
  const { library } = openLibrary(folder);
  expect(library.accounts.read().accounts).toMatchObject([{ id: 1 }]);
  expect(daysOf(library).days).toEqual([]);
});

it('a price that changed taking more than 22 bytes: 8 MB in three years for a third of 1,000 limiteds every day', () => {
  const sizeOf = (folder: string) => statSync(`${folder}/keep.db`).size;
  const empty = openLibrary(memoryFolder());
  empty.library.close();
  const { library, folder } = openLibrary(memoryFolder());
  addAccount(library, 1);
  const items = Array.from({ length: 1000 }, (_, index) => {
    return { assetId: 1_000_000_000 + index * 7919, name: `Limited number ${index}`, price: 5000, copies: 1 };
  });
  let changes = 0;
  for (let day = 0; day < 90; day += 1) {
    for (let index = day % 3; index < items.length; index += 3) {
      const item = items[index];
      if (item) items[index] = { ...item, price: 1000 + ((day * 7919 + index * 31) % 100_000) };
      changes += 1;
    }
    library.collectibleDays.put(1, dayOf(evening(day)), evening(day), items);
  }
  library.close();
  expect((sizeOf(folder) - sizeOf(empty.folder)) / changes).toBeLessThan(22);
});
