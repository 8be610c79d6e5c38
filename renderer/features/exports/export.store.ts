import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import { columnsOf, type ExportColumn, type ExportTable } from '../../../shared/export-tables.ts';
import { mostGathered, tableOf, type ExportProgress, type TableFormat } from '../../../shared/exports.ts';
import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useSelectionStore, type ExportableList } from '../items/selection.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useSettingsStore } from '../settings/settings.store.ts';
import { useWorkStore } from '../work/work.store.ts';

/** What can be exported of what was on screen when it was asked for. */
export interface ExportOffer extends ExportableList {
  /** The chosen items of it; empty when none was. */
  readonly selected: readonly Item[];
}

export interface ExportChoice {
  readonly of: 'list' | 'selection';
  readonly format: TableFormat;
  readonly columns: ReadonlySet<ExportColumn>;
}

/** Exports of lists and of what is chosen in them: whatever asks for one, it begins here. */
export const useExportStore = defineStore('exports', () => {
  const selection = useSelectionStore();
  const notices = useNoticeStore();
  const settings = useSettingsStore();
  const works = useWorkStore();
  const open = shallowRef<ExportOffer | null>(null);
  /** What else than a list of items can be exported on screen. */
  const shown = shallowRef<(() => ExportableList | null) | null>(null);

  /** Opens the dialog about the list on screen. */
  function offer(): void {
    const ofItems = selection.list?.().exported;
    if (ofItems) offerList(ofItems, selection.items);
    else offerList(shown.value?.() ?? null);
  }

  function offerList(list: ExportableList | null, selected: readonly Item[] = []): void {
    if (list && list.total() !== 0) {
      if (!settings.settings) void settings.load();
      open.value = { ...list, selected };
    } else notices.show('neutral', say('exporting.nothing'), [say('exporting.nothingHint')]);
  }

  function close(): void {
    open.value = null;
  }

  /** Asks where to, closes the dialog and writes. Throws the AppError of what could not be begun. */
  async function write(of: ExportOffer, { of: part, ...choice }: ExportChoice): Promise<void> {
    const { list, title } = of;
    const { format } = choice;
    const table = tableOf(list);
    const columns = columnsOf(table).filter((column) => choice.columns.has(column));
    void remember(format, table, columns);
    const gathered = part === 'selection' ? await gather(of.selected) : null;
    const begun = await request('exports.begin', { list, gathered, format, columns, title });
    if (!begun) return;
    if (open.value !== of) {
      // The dialog was closed while the rows were gathered.
      await request('exports.cancel', { number: begun.number });
      notices.show('neutral', say('exporting.stopped'));
      return;
    }
    close();
    await goOn(begun);
  }

  /** What was chosen of other tables is kept, and has to be known for that. */
  async function remember(
    exportFormat: TableFormat,
    table: ExportTable,
    columns: readonly ExportColumn[],
  ): Promise<void> {
    if (!settings.settings) await settings.load();
    const before = settings.settings?.exportColumns;
    if (before) await settings.change({ exportFormat, exportColumns: { ...before, [table]: columns } });
  }

  /** Sends the items in parts. Returns the number they are known by. */
  async function gather(items: readonly Item[]): Promise<number | null> {
    let number: number | null = null;
    for (let start = 0; start < items.length; start += mostGathered) {
      const part = items.slice(start, start + mostGathered).map(({ type, id }) => ({ type, id }));
      number = await request('exports.gather', { number, items: part });
    }
    return number;
  }

  async function goOn(begun: ExportProgress): Promise<void> {
    const { number, total } = begun;
    const word = (done: number) =>
      say('exporting.writing', { done: formatNumber(done), total: formatNumber(total) });
    try {
      const written = await works.run({ word, total }, async ({ report, isCancelled }) => {
        while (!isCancelled()) {
          const { done, file } = await request('exports.go', { number });
          if (file !== null) return { file, rows: done };
          report(done);
        }
        await request('exports.cancel', { number });
        return null;
      });
      if (written === null) notices.show('neutral', say('exporting.stopped'));
      else tellDone(written.file, written.rows);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  function tellDone(file: string, rows: number): void {
    const line = say('exporting.rows', { number: formatNumber(rows) }, rows);
    notices.show('good', say('exporting.done', { file }), [line], {
      label: say('exporting.show'),
      carryOut: () =>
        void request('exports.show', {}).catch((thrown: unknown) => notices.showError(toAppError(thrown))),
    });
  }

  useMenuCommand('exportItems', () => {
    // Under a dialog nothing is exported that nobody sees.
    if (document.querySelector('[role="dialog"]') === null) offer();
  });

  return { open, shown, offer, offerList, close, write };
});
