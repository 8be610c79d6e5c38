import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { following, reached } from '../support/refreshing-satchel.ts';

const userId = smallAccount.userId;
const dayMs = 24 * 3_600_000;

/** Moves the computer's clock on, as when Satchel is closed for so long. */
function passTime(ms: number): void {
  const now = Date.now;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
  onTestFinished(() => clock.mockRestore());
}

describe('a refresh cut short days before', () => {
  it.each([
    ['goes on by itself', false],
    ['was paused and is resumed', true],
  ])('what was read days before taken for read just now by a run that %s', async (_how, isPaused) => {
    const satchel = await following();
    const { services, server } = satchel;
    const readLists = async () => {
      const run = await services.library.refreshRuns.find(userId);
      return (run?.subjects ?? []).filter(({ subject, isDone }) => isDone && subject.startsWith('own/'));
    };
    // One list that does not come keeps the run from its end.
    server.fail(/\/inventory\/41$/, faults.silent());
    await services.engine.start(userId, true);
    await expect.poll(async () => (await readLists()).length, { timeout: 15_000 }).toBeGreaterThan(1);
    if (isPaused) await services.engine.pause(userId);
    const [first] = await readLists();
    await services.close();
    server.clear();
    passTime(3 * dayMs);
    const again = await satchel.restart();
    if (isPaused) await again.engine.resume(userId);
    await reached(again, 'done');
    const { refreshes } = again.library;
    const { savedAt } = await refreshes.state(userId, first?.subject ?? '');
    expect(Date.now() - (savedAt ?? 0)).toBeLessThan(dayMs);
    expect(server.requestsTo(/categories$/)).toHaveLength(1);
  });
});

describe('all items', () => {
  it('younger than the oldest of the lists they are made of', async () => {
    const { services } = await following();
    await services.engine.start(userId, true);
    await reached(services, 'done');
    passTime(5 * 60_000);
    const { refreshes } = services.library;
    // What is still fresh is not asked for again.
    await services.engine.start(userId, false);
    await reached(services, 'done');
    const { own } = await services.library.categories.tree(userId);
    const keys = own.flatMap(({ categories }) => categories.map(({ key }) => key));
    const states = await Promise.all(keys.map((key) => refreshes.state(userId, key)));
    const dates = states.flatMap(({ savedAt }) => savedAt ?? []);
    expect((await refreshes.state(userId, 'allItems')).savedAt).toBe(Math.min(...dates));
  });
});
