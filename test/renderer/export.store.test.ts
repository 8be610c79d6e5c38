// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { useExportStore } from '../../renderer/features/exports/export.store.ts';
import { useExportable } from '../../renderer/features/exports/useExportable.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useWorkStore } from '../../renderer/features/work/work.store.ts';
import { runMenuCommand } from '../../renderer/menu-handlers.ts';
import { AppError } from '../../shared/errors.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleItem } from './samples.ts';

const list = { kind: 'collection', id: 3, search: '', sort: 'custom' } as const;
const columns = new Set(['link', 'name'] as const);

function start(total: number, cancelledAt = Infinity) {
  const steps = 3;
  const gathered: number[][] = [];
  const begun: unknown[] = [];
  const changes: unknown[] = [];
  let settings = defaultSettings;
  let isRefused = false;
  let isBroken = false;
  let done = 0;
  const stopped: number[] = [];
  installBridge({
    'settings.read': () => {
      if (isBroken) throw new AppError('storageFailed', 'Broken');
      return defaultSettings;
    },
    'settings.change': (change) => {
      changes.push(change);
      settings = { ...settings, ...(change as object) };
      return settings;
    },
    'exports.gather': ({ number, items }) => {
      gathered.push(items.map(({ id }) => id));
      return number ?? 5;
    },
    'exports.begin': (wish) => {
      if (isRefused) throw new AppError('fileExists', 'There');
      begun.push(wish);
      return { number: 8, done: 0, total, file: null };
    },
    'exports.go': ({ number }) => {
      done += 1;
      if (done === cancelledAt) useWorkStore().cancel();
      return {
        number,
        done: Math.round((done / steps) * total),
        total,
        file: done % steps === 0 ? 'a.csv' : null,
      };
    },
    'exports.cancel': ({ number }) => {
      stopped.push(number);
      return null;
    },
  });
  setActivePinia(createPinia());
  const selection = useSelectionStore();
  const items = Array.from({ length: total }, (_, index) => sampleItem(index + 1));
  selection.list = () => ({
    ...{ total: () => total, itemAt: (index: number) => items[index], loadRange: () => Promise.resolve() },
    exported: { list, title: 'Hats', total: () => total },
  });
  return {
    ...{ exporting: useExportStore(), selection, gathered, begun, changes, stopped },
    ...{ notices: useNoticeStore(), refuse: () => (isRefused = true) },
    breakSettings: () => (isBroken = true),
  };
}

describe('exporting what is on screen', () => {
  it('a place with nothing in it taken for a list, or an export under a dialog', () => {
    const { exporting, selection, notices } = start(0);
    exporting.offer();
    selection.list = null;
    exporting.offer();
    expect(exporting.open).toBeNull();
    expect(notices.notices.map(({ title }) => title)).toEqual(
      Array(2).fill('There is nothing to export here'),
    );
    const other = start(3);
    document.body.innerHTML = '<div role="dialog"></div>';
    runMenuCommand('exportItems');
    expect(other.exporting.open).toBeNull();
    document.body.innerHTML = '';
    runMenuCommand('exportItems');
    expect(other.exporting.open).toMatchObject({ title: 'Hats', selected: [] });
  });

  it('another view’s list offered, one of a view that was left, or an empty one', () => {
    const { exporting, selection, notices } = start(3);
    const offered = (kind: 'outbox' | 'timeline', total: number | null) => {
      const scope = effectScope();
      const of = { kind, scope: 'all', kinds: [], search: '' } as const;
      scope.run(() => useExportable(() => ({ list: of, title: kind, total: () => total })));
      return scope;
    };
    const before = offered('timeline', null);
    exporting.offer();
    expect(exporting.open).toMatchObject({ title: 'Hats' });
    selection.list = null;
    exporting.offer();
    expect(exporting.open).toMatchObject({ title: 'timeline', selected: [] });
    exporting.close();
    const next = offered('outbox', 0);
    // The view that is left may go after the next one came.
    before.stop();
    exporting.offer();
    expect(exporting.open).toBeNull();
    expect(notices.notices).toHaveLength(1);
    next.stop();
    expect(exporting.shown).toBeNull();
  });

  it('the columns of one table taken for those of another, or forgotten for the next one', async () => {
    const { exporting, changes } = start(3);
    for (const kind of ['outbox', 'days'] as const) {
      const of = { kind, scope: 'all', range: 'all', isTogether: true } as const;
      exporting.offerList({ list: of, title: kind, total: () => 3 });
      if (!exporting.open) throw new Error('Nothing is offered');
      const chosen = new Set(kind === 'outbox' ? (['reason', 'name'] as const) : (['value', 'day'] as const));
      await exporting.write(exporting.open, { of: 'list', format: 'csv', columns: chosen });
    }
    expect(changes.at(-1)).toMatchObject({
      exportColumns: { outbox: ['name', 'reason'], days: ['day', 'value'] },
    });
  });

  it('a selection of thousands asked for at once, or in another order than chosen', async () => {
    const { exporting, selection, gathered, begun, notices } = start(12_000);
    await selection.selectAll();
    exporting.offer();
    if (!exporting.open) throw new Error('Nothing is offered');
    await exporting.write(exporting.open, { of: 'selection', format: 'json', columns });
    expect(gathered.map(({ length }) => length)).toEqual([5000, 5000, 2000]);
    expect(gathered.flat()).toEqual(Array.from({ length: 12_000 }, (_, index) => index + 1));
    expect(begun).toEqual([{ list, gathered: 5, format: 'json', columns: ['name', 'link'], title: 'Hats' }]);
    expect(exporting.open).toBeNull();
    expect(notices.notices.at(-1)).toMatchObject({ title: 'Wrote “a.csv”', lines: ['12,000 rows'] });
  });

  it('one that cannot be called off, or is told as done then', async () => {
    const { exporting, stopped, notices } = start(100, 2);
    exporting.offer();
    if (!exporting.open) throw new Error('Nothing is offered');
    await exporting.write(exporting.open, { of: 'list', format: 'csv', columns });
    expect(stopped).toEqual([8]);
    expect(notices.notices.map(({ title }) => title)).toEqual(['Export stopped. Nothing was written.']);
  });

  it('an export that goes on though its dialog was closed while its rows were gathered', async () => {
    const { exporting, stopped, notices } = start(100);
    exporting.offer();
    if (!exporting.open) throw new Error('Nothing is offered');
    const writing = exporting.write(exporting.open, { of: 'list', format: 'csv', columns });
    exporting.close();
    await writing;
    expect(stopped).toEqual([8]);
    expect(notices.notices.map(({ title }) => title)).toEqual(['Export stopped. Nothing was written.']);
  });

  it('the columns of every table forgotten because the settings cannot be read', async () => {
    const { exporting, changes, breakSettings } = start(3);
    breakSettings();
    exporting.offer();
    if (!exporting.open) throw new Error('Nothing is offered');
    await exporting.write(exporting.open, { of: 'list', format: 'csv', columns });
    expect(changes).toEqual([]);
  });

  it('a dialog that closes over what it was refused for', async () => {
    const { exporting, refuse } = start(100);
    exporting.offer();
    refuse();
    if (!exporting.open) throw new Error('Nothing is offered');
    const writing = exporting.write(exporting.open, { of: 'list', format: 'csv', columns });
    await expect(writing).rejects.toMatchObject({ code: 'fileExists' });
    expect(exporting.open).not.toBeNull();
  });
});
