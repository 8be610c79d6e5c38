import { collectionLine, createCollection } from '../../e2e/collection-steps.ts';
import { openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { describeDelays, watchDelays, type Delays } from '../delays.ts';
import { selectItems } from '../drags.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import type { Measurement } from '../outcome.ts';
import { watchScreens } from '../page-probes.ts';
import { fetchBare, refreshAll, startBenchServer, withNewAccount } from '../refresh/run-refresh.ts';
import type { Row } from '../row.ts';
import { typeSearch, typicalSearches } from '../searches.ts';

const items = 100_000;
const texts = 12;
const drops = 12;
const dropped = 5000;
const quietMs = 150;

/** How long anything in the window's threads has to wait at most, 99 times of 100, while Satchel refreshes, searches or files many items at once. */
export const responsive: Row = {
  name: 'responsive',
  figures: ['refresh', 'search', 'drop'].flatMap((task) => [
    `responsive-${task}-page`,
    `responsive-${task}-main`,
  ]),
  async measure() {
    const { refreshing, control } = await duringRefresh();
    const searching = await duringSearch();
    const dropping = await duringDrops();
    return [
      ...measurements(
        'refresh',
        refreshing,
        `a blank page and its main process meanwhile: ${describeBoth(control)}`,
      ),
      ...measurements('search', searching, `${texts} texts typed letter by letter`),
      ...measurements('drop', dropping, `${drops} drops of ${dropped} items, each undone`),
    ];
  },
};

type BothDelays = Awaited<ReturnType<typeof watchDelays>>;

async function duringRefresh(): Promise<{ refreshing: BothDelays; control: BothDelays }> {
  const server = await startBenchServer();
  try {
    await withNewAccount(server, refreshAll);
    const refreshing = await withNewAccount(server, (app) =>
      watchDelays(app, async () => {
        const refreshed = refreshAll(app);
        // All items, growing on screen while they arrive.
        await app.page.locator('[data-testid="category"][data-key="own/*"]').click();
        await refreshed;
      }),
    );
    // What the machine itself does to two threads with nothing to do, while the same pages are fetched beside them.
    const pages = await server.pages();
    const control = await withApp(openPeer('blank'), async (app) => {
      await paintedAt(app);
      return watchDelays(app, () => fetchBare(pages));
    });
    return { refreshing, control };
  } finally {
    server.close();
  }
}

function duringSearch(): Promise<BothDelays> {
  return withApp(openSatchel(copyLibrary(items, 'responsive')), async (app) => {
    await paintedAt(app);
    await app.page.evaluate(watchScreens);
    const [warmUp = 'hat', ...rest] = typicalSearches(texts + 1, items);
    await typeSearch(app, warmUp, quietMs);
    return watchDelays(app, async () => {
      for (const text of rest) await typeSearch(app, text, quietMs);
    });
  });
}

/** Filing many items by a drag, and taking that back. */
function duringDrops(): Promise<BothDelays> {
  return withApp(openSatchel(copyLibrary(items, 'drops')), async (app) => {
    await paintedAt(app);
    const { page } = app;
    await createCollection(page, 'Dropped');
    await page.locator('[data-testid="category"][data-key="own/*"]').click();
    await page.getByTestId('item-tile').first().waitFor();
    const tile = await selectItems(app, dropped);
    const line = collectionLine(page, 'Dropped');
    const dropOnce = async () => {
      await tile.dragTo(line);
      await line.filter({ hasText: dropped.toLocaleString('en-US') }).waitFor();
      await page.keyboard.press('ControlOrMeta+z');
      await line.filter({ hasText: 'Dropped0' }).waitFor();
    };
    await dropOnce();
    return watchDelays(app, async () => {
      for (let count = 0; count < drops; count += 1) await dropOnce();
    });
  });
}

function measurements(task: string, { page, main }: BothDelays, remark: string): Measurement[] {
  const measure = (thread: string, delays: Delays): Measurement => ({
    ...{ name: `responsive-${task}-${thread}`, ours: delays.p99, peer: null, unit: 'ms', limit: 16 },
    note: `${describeDelays(delays)}; ${remark}`,
  });
  return [measure('page', page), measure('main', main)];
}

function describeBoth({ page, main }: BothDelays): string {
  return `${describeDelays(page)} and ${describeDelays(main)}`;
}
