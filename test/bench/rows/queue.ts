import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { startLibraryThread } from '../../../electron/library/start-library-thread.ts';
import type { Row } from '../row.ts';
import { describeRounds, median } from '../statistics.ts';

const changes = 1000;
const rounds = 7;
const accountId = 1;
const code = pathToFileURL(join(import.meta.dirname, '../../../electron/library/library-thread.ts'));

/**
 * Accepting changes that come in at once, each on the disk when acknowledged, against writing as many rows with a commit each:
 * what the app asks for when a person changes the profile collection, the steps to undo it included.
 */
export const queue: Row = {
  name: 'queue',
  figures: ['queue'],
  async measure() {
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'satchel-queue-'));
      try {
        const [accepted, bare] = [await acceptAll(folder), writeBare(folder)];
        // The first only warms up.
        if (round === 0) continue;
        ours.push(accepted);
        peer.push(bare);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    const note = `${changes} changes; ours ${describeRounds(ours)}, loop ${describeRounds(peer)}`;
    return [{ name: 'queue', ours: median(ours), peer: median(peer), unit: 'ms', limit: 1.3, note }];
  },
};

async function acceptAll(folder: string): Promise<number> {
  const library = startLibraryThread({ code, folder })(() => undefined);
  try {
    await library.outbox.pending(accountId);
    const startedAt = performance.now();
    const accepted = Array.from({ length: changes }, (_, index) =>
      library.profileSteps.accept(accountId, 'in', [{ type: 'Asset', id: index + 1 }], Date.now()),
    );
    await Promise.all(accepted);
    return performance.now() - startedAt;
  } finally {
    await library.close();
  }
}

function writeBare(folder: string): number {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec(
    'CREATE TABLE change (id INTEGER PRIMARY KEY, account INTEGER, item INTEGER, wish TEXT, at INTEGER)',
  );
  const insert = database.prepare('INSERT INTO change (account, item, wish, at) VALUES (?, ?, ?, ?)');
  const startedAt = performance.now();
  for (let index = 0; index < changes; index += 1) insert.run(accountId, index + 1, 'in', Date.now());
  const tookMs = performance.now() - startedAt;
  database.close();
  return tookMs;
}
