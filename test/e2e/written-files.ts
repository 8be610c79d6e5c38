import { exportColumns } from '../../shared/exports.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { App } from './launch-app.ts';

interface Asking {
  readonly satchel: { request(name: string, input: object): Promise<{ ok: boolean; data: Answer }> };
}

type Answer = { readonly number: number; readonly file: string | null } | null;

/** Everything Satchel writes where a person wants it, into a folder: all items as CSV and JSON, and a backup. */
export async function writeEveryFile({ evaluate, page }: App, folder: string): Promise<void> {
  await evaluate(({ app, dialog }, documents) => {
    app.setPath('documents', documents);
    dialog.showSaveDialog = (options: object) =>
      Promise.resolve({ canceled: false, filePath: (options as { defaultPath: string }).defaultPath });
  }, folder);
  await page.evaluate(
    async ({ columns, category }) => {
      const { satchel } = window as unknown as Asking;
      const ask = async (name: string, input: object) => {
        const { ok, data } = await satchel.request(name, input);
        if (!ok) throw new Error(`${name} was refused`);
        return data;
      };
      const view = {
        kind: 'view',
        scope: 'all',
        category,
        search: '',
        sort: 'newest',
        owned: 'any',
        filter: {},
      };
      for (const format of ['csv', 'json']) {
        const wish = { list: view, gathered: null, format, columns, title: 'Everything' };
        let at = await ask('exports.begin', wish);
        while (at && at.file === null) at = await ask('exports.go', { number: at.number });
      }
      await ask('backups.make', {});
    },
    { columns: exportColumns, category: allItemsKey },
  );
}
