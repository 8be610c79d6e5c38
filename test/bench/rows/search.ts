import type { App } from '../../e2e/launch-app.ts';
import { openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import { showViews, watchScreens } from '../page-probes.ts';
import { inMegabytes, readMemory, readPageHeap } from '../process-memory.ts';
import type { Row } from '../row.ts';
import { typeSearch, typicalSearches } from '../searches.ts';
import { formatFigure, median, quantile } from '../statistics.ts';

const items = 100_000;
const texts = 30;
// Longer than either waits before it searches.
const quietMs = { satchel: 150, miniSearch: 60 };

/** From the key to the paint of its result, against MiniSearch in a page's memory; and what searching costs in memory. */
export const search: Row = {
  name: 'search',
  figures: ['search', 'search-memory'],
  async measure() {
    const folder = copyLibrary(items, 'search');
    return withApp(openSatchel(folder), (satchel) =>
      withApp(openPeer('minisearch'), async (peer) => {
        await Promise.all([paintedAt(satchel), paintedAt(peer)]);
        await warmUp(satchel);
        const miniSearchBytes = await buildIndex(peer);
        const before = await readOwn(satchel);
        const { ours, theirs } = await typeInBoth(satchel, peer);
        const after = await readOwn(satchel);
        const inPage = Math.max(0, after.heap - before.heap);
        const inMain = Math.max(0, after.main - before.main);
        const note =
          `${ours.length} keys that changed the list, median ${formatFigure(median(ours))} ms; ` +
          `MiniSearch ${theirs.length}, median ${formatFigure(median(theirs))} ms`;
        const [own, other] = [inMegabytes(inPage + inMain), inMegabytes(miniSearchBytes)];
        const memoryNote =
          `growth over all searches: ${formatFigure(inMegabytes(inPage))} MB of the page’s heap and ` +
          `${formatFigure(inMegabytes(inMain))} MB of the main process; MiniSearch: heap of its index`;
        return [
          {
            name: 'search',
            ours: quantile(ours, 0.95),
            peer: quantile(theirs, 0.95),
            unit: 'ms',
            limit: 1,
            note,
          },
          { name: 'search-memory', ours: own, peer: other, unit: 'MB', limit: 0.2, note: memoryNote },
        ];
      }),
    );
  },
};

async function typeInBoth(satchel: App, peer: App): Promise<{ ours: number[]; theirs: number[] }> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const { page } of [satchel, peer]) await page.evaluate(watchScreens);
  // The first text warms both up.
  for (const [number, text] of typicalSearches(texts + 1, items).entries()) {
    const inOurs = await typeSearch(satchel, text, quietMs.satchel);
    const inTheirs = await typeSearch(peer, text, quietMs.miniSearch);
    if (number === 0) continue;
    ours.push(...inOurs.filter((time) => time !== null));
    theirs.push(...inTheirs.filter((time) => time !== null));
  }
  return { ours, theirs };
}

async function buildIndex(peer: App): Promise<number> {
  const before = await readPageHeap(peer);
  await peer.page.evaluate(() => (globalThis as unknown as { buildIndex: () => void }).buildIndex());
  return (await readPageHeap(peer)) - before;
}

/** What browsing costs is there before searching begins: views, pictures, and what the host keeps of them. */
async function warmUp({ page }: App): Promise<void> {
  await page.evaluate(showViews, { views: 40, accounts: 1 });
  await page.locator('[data-testid="category"][data-key="own/*"]').click();
  await page.waitForTimeout(1000);
}

// The page's own pictures are not its search's: of the page only the heap counts.
async function readOwn(satchel: App): Promise<{ heap: number; main: number }> {
  const { main } = await readMemory(satchel);
  return { heap: await readPageHeap(satchel), main };
}
