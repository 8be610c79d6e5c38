import { describe, expect, it, onTestFinished } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { RefreshInterval } from '../../electron/sync/refresh-interval.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { startSatchel } from '../support/services.ts';

const hour = 3_600_000;

function waiting(refreshEveryHours: number | null) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  let started = 0;
  const interval = new RefreshInterval({
    engine: {
      startUnpaused: () => {
        started += 1;
        return Promise.resolve({ accounts: [] });
      },
    },
    settings: () => Promise.resolve({ ...defaultSettings, refreshEveryHours }),
    now: () => clock.now,
  });
  onTestFinished(() => interval.close());
  const lookAfter = async (ms: number) => {
    clock.now += ms;
    await interval.look();
    return started;
  };
  return { lookAfter };
}

describe('refreshing every few hours', () => {
  it('beginning with the start, too early, or not at all', async () => {
    const { lookAfter } = waiting(2);
    expect(await lookAfter(0)).toBe(0);
    expect(await lookAfter(2 * hour - 1)).toBe(0);
    expect(await lookAfter(1)).toBe(1);
    expect(await lookAfter(hour)).toBe(1);
    expect(await lookAfter(hour)).toBe(2);
  });

  it('going on although it was switched off', async () => {
    expect(await waiting(null).lookAfter(1000 * hour)).toBe(0);
  });

  it('one account that is paused keeping the others from it, or going on against the wish of the person', async () => {
    const { services, server } = await startSatchel({ roblox: { limitFactor: 100 } });
    const [paused, other] = [richAccount.userId, smallAccount.userId];
    for (const id of [paused, other]) await services.following.follow(String(id));
    await services.engine.start(paused, true);
    await services.engine.pause(paused);
    server.clear();
    const clock = { now: Date.now() };
    const settings = () => Promise.resolve({ ...defaultSettings, refreshEveryHours: 1 });
    const interval = new RefreshInterval({ engine: services.engine, settings, now: () => clock.now });
    onTestFinished(() => interval.close());
    clock.now += hour;
    await interval.look();
    const phaseOf = (id: number) =>
      services.engine.state().accounts.find(({ accountId }) => accountId === id)?.phase.kind;
    await expect.poll(() => phaseOf(other), { timeout: 30_000 }).toBe('done');
    expect(phaseOf(paused)).toBe('paused');
    expect(server.requestsTo(`/inventory/v2/users/${paused}`)).toEqual([]);
  });

  it('asking again for what is still fresh', async () => {
    const { services, server } = await startSatchel({ roblox: { limitFactor: 100 } });
    const { userId } = smallAccount;
    await services.following.follow(String(userId));
    const clock = { now: Date.now() };
    const settings = () => Promise.resolve({ ...defaultSettings, refreshEveryHours: 1 });
    const interval = new RefreshInterval({ engine: services.engine, settings, now: () => clock.now });
    onTestFinished(() => interval.close());
    const refreshed = async () => {
      clock.now += hour;
      await interval.look();
      const phase = () => services.engine.state().accounts[0]?.phase.kind;
      await expect.poll(phase, { timeout: 30_000 }).toBe('done');
      return server.requestsTo(`/inventory/v2/users/${userId}/inventory`).length;
    };
    expect(await refreshed()).toBeGreaterThan(1);
    server.clear();
    expect(await refreshed()).toBe(0);
  });

  it('a clock set back by years putting it off for years', async () => {
    const { lookAfter } = waiting(1);
    expect(await lookAfter(-5 * 365 * 24 * hour)).toBe(0);
    expect(await lookAfter(hour)).toBe(1);
  });
});
