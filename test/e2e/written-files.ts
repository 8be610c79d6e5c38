import { allItemsKey } from '../../shared/category-keys.ts';
import { columnsOf } from '../../shared/export-tables.ts';
import { tableOf, type ListSource } from '../../shared/exports.ts';
import { timelineKinds } from '../../shared/timeline.ts';
import type { App } from './launch-app.ts';

interface Asking {
  readonly satchel: { request(name: string, input: object): Promise<{ ok: boolean; data: Answer }> };
}

type Answer = { readonly number: number; readonly file: string | null } | null;

const all = { scope: 'all', search: '' } as const;
const copies = { kind: 'collectibles', ...all, sort: 'nameAscending', isGrouped: false } as const;
/** One of each that there can be, whatever is in it. */
const lists: readonly ListSource[] = [
  { kind: 'view', ...all, category: allItemsKey, sort: 'newest', owned: 'any', filter: {} },
  copies,
  { kind: 'contents', item: { type: 'Bundle', id: 1 }, parts: [] },
  { kind: 'item', item: { type: 'Asset', id: 1 } },
  { kind: 'timeline', ...all, kinds: timelineKinds },
  { kind: 'movers', scope: 'all', from: 0, to: 100_000, order: 'robux' },
  { kind: 'days', scope: 'all', range: 'all', isTogether: false },
  { kind: 'outbox' },
  ...(['refreshes', 'problems', 'requests'] as const).map((list) => ({ kind: 'activity', list }) as const),
];
const formats = ['csv', 'json'] as const;

/** The names of the files it writes, but for the backup. */
export const everyFile = lists
  .flatMap((list) => formats.map((format) => `Satchel ${tableOf(list)}.${format}`))
  .toSorted();

/** Everything Satchel writes where a person wants it, into a folder: lists of each kind as CSV and JSON, and a backup. */
export async function writeEveryFile({ evaluate, page }: App, folder: string): Promise<void> {
  await evaluate(({ app, dialog }, documents) => {
    app.setPath('documents', documents);
    dialog.showSaveDialog = (options: object) =>
      Promise.resolve({ canceled: false, filePath: (options as { defaultPath: string }).defaultPath });
  }, folder);
  const wishes = lists.flatMap((list) => {
    const table = tableOf(list);
    return formats.map((format) => {
      return { list, gathered: null, format, columns: columnsOf(table), title: table };
    });
  });
  await page.evaluate(async (wanted) => {
    const { satchel } = window as unknown as Asking;
    const ask = async (name: string, input: object) => {
      const { ok, data } = await satchel.request(name, input);
      if (!ok) throw new Error(`${name} was refused`);
      return data;
    };
    for (const wish of wanted) {
      let at = await ask('exports.begin', wish);
      while (at && at.file === null) at = await ask('exports.go', { number: at.number });
    }
    await ask('backups.make', {});
  }, wishes);
}
