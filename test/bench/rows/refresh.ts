import type { Row } from '../row.ts';
import { copies, fetchBare, refreshAll, startBenchServer, withNewAccount } from '../refresh/run-refresh.ts';
import { describeRounds, median } from '../statistics.ts';

const rounds = 3;

/** The first refresh of 100 000 copies by the running app, against fetching and parsing the same pages and no more. */
export const refresh: Row = {
  name: 'refresh',
  figures: ['refresh'],
  async measure() {
    const server = await startBenchServer();
    try {
      // The warm-up: the server makes every page once, and tells which there were.
      await withNewAccount(server, refreshAll);
      const pages = await server.pages();
      await fetchBare(pages);
      const [ours, peer]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await withNewAccount(server, refreshAll));
        peer.push(await fetchBare(pages));
      }
      const note = `${copies} copies on ${pages.length} pages; ours ${describeRounds(ours)}, loop ${describeRounds(peer)}`;
      return [{ name: 'refresh', ours: median(ours), peer: median(peer), unit: 'ms', limit: 1.5, note }];
    } finally {
      server.close();
    }
  },
};
