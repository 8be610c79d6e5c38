import { readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../e2e/launch-app.ts';
import { openSatchel, paintedAt, withApp } from '../apps.ts';
import { describeDelays, watchDelays, type Delays } from '../delays.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import type { Measurement } from '../outcome.ts';
import { inMegabytes, readMemory } from '../process-memory.ts';
import type { Row } from '../row.ts';

const items = 100_000;
const sampleMs = 20;
const pageBytes = 4096;
// About as long as an export takes.
const quietMs = 2500;

/** All items of an account to a file with every column: how fast, how much memory that takes, and how late the window is. */
export const exporting: Row = {
  name: 'export',
  figures: ['export-time', 'export-memory', 'export-page', 'export-main'],
  measure: () =>
    withApp(openSatchel(copyLibrary(items, 'export')), async (app) => {
      await paintedAt(app);
      await app.page.locator('[data-testid="category"][data-key="own/*"]').click();
      await app.page.getByTestId('item-tile').first().waitFor();
      // The first time takes along what any list of that size takes: its order, and code that runs for the first time.
      const first = await exportAll(app);
      const again = await exportAll(app);
      const idle = await closeDialog(app);
      return [
        {
          ...{ name: 'export-time', ours: first.seconds, peer: null, unit: 's', limit: 10 },
          note: `${Math.round(items / first.seconds)} rows/s, ${first.bytes} bytes; again ${Math.round(items / again.seconds)} rows/s`,
        },
        {
          ...{ name: 'export-memory', ours: first.grownMb, peer: null, unit: 'MB', limit: 100 },
          note: `the most main had at any moment above what it had before; ${again.grownMb.toFixed(1)} the second time`,
        },
        ofThread('page', first.page, idle.page),
        ofThread('main', first.main, idle.main),
      ];
    }),
};

async function exportAll(app: App) {
  const { page, evaluate } = app;
  const path = join(tmpdir(), `satchel-bench-export-${process.pid}.csv`);
  rmSync(path, { force: true });
  await evaluate(({ app: own, dialog }, chosen) => {
    own.setPath('documents', own.getPath('userData'));
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
  await page.getByTestId('export-button').click();
  await page.getByTestId('export-every').click();
  // Its garbage is collected before.
  await readMemory(app);
  let peak = residentBytes(app.pid);
  const resident = peak;
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes(app.pid))), sampleMs);
  let seconds = 0;
  const delays = await watchDelays(app, async () => {
    const start = performance.now();
    await page.getByTestId('export-submit').click();
    await page.getByTestId('toast').filter({ hasText: 'Wrote' }).waitFor({ timeout: 60_000 });
    seconds = (performance.now() - start) / 1000;
  });
  clearInterval(timer);
  await page.getByTestId('toast').filter({ hasText: 'Wrote' }).waitFor({ state: 'detached' });
  const { size } = statSync(path);
  rmSync(path);
  return { ...delays, seconds, bytes: size, grownMb: inMegabytes(peak - resident) };
}

function residentBytes(processId: number): number {
  const [, pages = '0'] = readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ');
  return Number(pages) * pageBytes;
}

/** The same dialog opened and closed with nothing exported: what the window itself takes. */
async function closeDialog(app: App) {
  const { page } = app;
  await page.getByTestId('export-button').click();
  await page.getByTestId('export-dialog').waitFor();
  return watchDelays(app, async () => {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(quietMs);
  });
}

function ofThread(thread: string, delays: Delays, idle: Delays): Measurement {
  return {
    ...{ name: `export-${thread}`, ours: delays.p99, peer: null, unit: 'ms', limit: 16 },
    note: `${describeDelays(delays)}; the dialog closed with nothing exported: ${describeDelays(idle)}`,
  };
}
