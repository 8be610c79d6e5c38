import { describe, expect, it } from 'vitest';
import { faults } from '../../support/roblox-faults.ts';
import { isDone, players, readSheet, startOwnership } from '../../support/ownership-rig.ts';

const [, , , , hidden] = players;
const asked = /\/inventory\/v1\/users\/\d+\/items\//;
const inFlightAtMost = 8;

/** 1,000 items: most exist and few are owned, some are of every other kind, and 20 there never were. */
function thousandIds(): string {
  const [first] = players;
  if (!first || !hidden) throw new Error('There are five players');
  const { catalogue } = first;
  const owned = players.flatMap(({ inventory }) =>
    inventory.collectibles.slice(0, 40).map((number) => inventory.copy(number).asset.id),
  );
  const assets = [...new Set([...owned, ...range(880, (place) => catalogue.assetId(8, 5000 + place))])];
  return [
    ...assets.slice(0, 880),
    ...range(40, (place) => `https://www.roblox.com/badges/${catalogue.badgeId(place)}/x`),
    ...range(30, (place) => `https://www.roblox.com/game-pass/${catalogue.gamePassId(place)}/x`),
    ...range(30, (place) => `https://www.roblox.com/bundles/${catalogue.bundleId(1, place)}/x`),
    ...range(20, (place) => String(1_000_000 + place)),
  ].join('\n');
}

function range<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

describe('1,000 pasted ids and 5 accounts', () => {
  it(
    'a question asked twice, inside a closed window, or lost between cancel, quit and resume',
    { timeout: 120_000 },
    async () => {
      const rig = await startOwnership();
      const { server, traffic, until } = rig;
      const first = rig.start();
      const outcome = await first.library.ownershipList.paste(thousandIds(), true);
      expect(outcome).toEqual({ items: 1000, faulty: 0, repeated: 0 });

      // Roblox closes an endpoint in the middle, and says for how long.
      let count = 0;
      server.fail((request) => asked.test(request.path) && ++count % 400 === 0, faults.tooManyRequests(90));

      await first.engine.start(false);
      const begun = await first.engine.state();
      expect(begun.total).toBe(5000);
      // Two sessions of their own, and one allowance for everybody signed out at each of two endpoints: one account is hidden.
      await until(first.engine, ({ dealtWith }) => dealtWith > 1300);
      const early = await first.engine.state();
      expect(early.perMinute).toBe(100 + 100 + 60 + 60);
      expect(early.minutesLeft).toBeGreaterThan(20);
      expect(early.minutesLeft).toBeLessThan(60);

      // Cancelled: what was answered stays, and nothing more goes out.
      await first.engine.cancel();
      const afterCancel = server.requests.length;
      await until(first.engine, () => traffic.inFlight === 0);
      rig.clock.pass(5 * 60_000);
      expect(server.requests).toHaveLength(afterCancel);

      // Begun again, paused, and Satchel ended: it goes on only when asked to.
      await first.engine.start(false);
      await until(first.engine, ({ dealtWith }) => dealtWith > 2600);
      await first.engine.pause();
      await first.close();
      const atQuit = server.requests.length;
      const second = rig.start();
      const paused = await second.engine.prepare(true);
      expect(paused.phase.kind).toBe('paused');
      expect(paused.dealtWith).toBeGreaterThan(2600);
      rig.clock.pass(5 * 60_000);
      expect(server.requests).toHaveLength(atQuit);

      // Resumed, and ended once more in the middle as by a crash: it goes on by itself.
      await second.engine.start(false);
      await until(second.engine, ({ dealtWith }) => dealtWith > 3500);
      await second.close();
      const third = rig.start();
      await third.engine.prepare(true);
      const end = await until(third.engine, isDone);
      expect(end).toMatchObject({ total: 5000, dealtWith: 5000 });

      // Every cell has its answer, and it is the true one.
      const { rows, columns } = readSheet(third);
      expect(rows).toHaveLength(1000);
      for (const { accountId, cells, trouble } of columns) {
        const player = players.find(({ userId }) => userId === accountId);
        for (const [place, { state, copies }] of cells.entries()) {
          const row = rows[place];
          if (!row || !player) throw new Error('More cells than rows');
          const isReal = row.type !== 'Asset' || row.id > 2_000_000;
          if (!isReal) expect(state).toBe('failed');
          else if (row.type === 'Asset') {
            const owned = player.inventory.copiesOf(row.id).length;
            // Of a hidden inventory Roblox says yes or no.
            const count = player === hidden ? Math.min(owned, 1) : owned;
            expect({ state, copies }).toEqual({ state: count > 0 ? 'owned' : 'notOwned', copies: count });
          } else expect(['owned', 'notOwned']).toContain(state);
        }
        expect(trouble).toBeNull();
      }

      // Nothing twice but what was under way when asking was cut short, and once for those that were never there.
      const questions = server.requestsTo(asked).map(({ path }) => path);
      const repeated = questions.length - new Set(questions).size;
      expect(repeated - traffic.refused).toBeLessThanOrEqual(3 * inFlightAtMost);
      const ofHidden = questions.filter((path) => path.includes(`/users/${hidden?.userId}/`));
      expect(ofHidden.filter((path) => !path.endsWith('/is-owned')).length).toBeLessThanOrEqual(4);
      expect(questions.filter((path) => /\/Asset\/10000\d\d$/.test(path)).length).toBeLessThanOrEqual(
        20 + 3 * inFlightAtMost,
      );
      expect(questions.length).toBeLessThan(5 * 980 + 20 + 4 + 4 * inFlightAtMost + traffic.refused);
      expect(traffic.offences).toEqual([]);
      expect(traffic.refused).toBeGreaterThan(3);

      // All of it fresh: asking again asks nothing.
      await third.engine.start(false);
      await until(third.engine, isDone);
      expect(server.requestsTo(asked)).toHaveLength(questions.length);
    },
  );
});
