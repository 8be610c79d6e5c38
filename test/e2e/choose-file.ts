import { existsSync } from 'node:fs';
import { expect } from './fixtures.ts';
import type { App } from './launch-app.ts';

/** What the system's dialog answers from now on; null is thinking better of it. */
export async function choose({ evaluate }: Pick<App, 'evaluate'>, path: string | null): Promise<void> {
  await evaluate(({ app, dialog }, chosen) => {
    app.setPath('documents', app.getPath('userData'));
    dialog.showSaveDialog = () => {
      Reflect.set(globalThis, 'answered', chosen);
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
    };
  }, path);
}

/** Exports what is shown in a view to this file, with the columns the dialog has chosen. */
export async function exportTo(app: Pick<App, 'evaluate' | 'page'>, path: string): Promise<void> {
  const { page } = app;
  await choose(app, path);
  await page.getByTestId('export-submit').click();
  await expect(page.getByTestId('export-dialog')).toBeHidden();
  const name = path.split('/').at(-1) ?? '';
  // One of that name may have been told of before.
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(
    page
      .getByTestId('toast')
      .filter({ hasText: `Wrote “${name}”` })
      .first(),
  ).toBeVisible();
}
