import type { App } from '../../e2e/launch-app.ts';
import { openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { benchAccounts } from '../library/fill-library.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import { showViews } from '../page-probes.ts';
import { inMegabytes, readMemory, type Memory } from '../process-memory.ts';
import type { Row } from '../row.ts';
import { formatFigure } from '../statistics.ts';

const half = 500;

/** What the page and the browser have in memory after 1 000 view switches, against a blank page; and how that grows. */
export const memory: Row = {
  name: 'memory',
  figures: ['memory', 'memory-growth'],
  async measure() {
    const folder = copyLibrary(100_000, 'memory');
    return withApp(openSatchel(folder), (satchel) =>
      withApp(openPeer('blank'), async (blank) => {
        await Promise.all([paintedAt(satchel), paintedAt(blank)]);
        const middle = await switchViews(satchel);
        const end = await switchViews(satchel);
        const peer = await readMemory(blank);
        const growth = (window(end) / window(middle) - 1) * 100;
        return [
          {
            ...{ name: 'memory', ours: window(end), peer: window(peer), unit: 'MB', limit: 1.35 },
            note: `ours ${describe(end)}; blank ${describe(peer)}`,
          },
          {
            ...{ name: 'memory-growth', ours: growth, peer: null, unit: '%', limit: 3 },
            note: `from switch ${half} (${describe(middle)}) to ${2 * half}`,
          },
        ];
      }),
    );
  },
};

async function switchViews(app: App): Promise<Memory> {
  await app.page.evaluate(showViews, { views: half, accounts: benchAccounts.length });
  return readMemory(app);
}

function window({ page, browser }: Memory): number {
  return inMegabytes(page + browser);
}

function describe({ page, browser, rest, main }: Memory): string {
  const [inPage, inBrowser, beside, inMain] = [page, browser, rest, main].map((bytes) =>
    formatFigure(inMegabytes(bytes)),
  );
  return `page ${inPage}, browser ${inBrowser}, its other processes ${beside}, main ${inMain} MB`;
}
