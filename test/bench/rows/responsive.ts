import { openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { describeDelays, watchDelays, type Delays } from '../delays.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import type { Measurement } from '../outcome.ts';
import { watchScreens } from '../page-probes.ts';
import { fetchBare, refreshAll, startBenchServer, withNewAccount } from '../refresh/run-refresh.ts';
import type { Row } from '../row.ts';
import { typeSearch, typicalSearches } from '../searches.ts';

const items = 100_000;
const texts = 12;
const quietMs = 150;

/** How long anything in the window's threads has to wait at most, 99 times of 100, while Satchel refreshes or searches. */
export const responsive: Row = {
  name: 'responsive',
  figures: ['refresh', 'search'].flatMap((task) => [`responsive-${task}-page`, `responsive-${task}-main`]),
  async measure() {
    const { refreshing, control } = await duringRefresh();
    const searching = await duringSearch();
    return [
      ...measurements(
        'refresh',
        refreshing,
        `a blank page and its main process meanwhile: ${describeBoth(control)}`,
      ),
      ...measurements('search', searching, `${texts} texts typed letter by letter`),
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
