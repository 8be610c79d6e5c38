import { describe, expect, it } from 'vitest';
import type { ConnectivityState } from '../../shared/status.ts';
import { Connectivity } from '../../electron/sync/connectivity.ts';

const lost = () => Promise.reject(new TypeError('fetch failed'));
const answered = () => Promise.resolve(new Response(null, { status: 500 }));
const request = () => new Request('https://inventory.roblox.com/v1/users/1/categories');

/** Connectivity with a clock and timers of the test's own; `roblox` decides what becomes of its tries. */
function start() {
  const world = {
    now: 1_000_000,
    isUp: true,
    tries: [] as number[],
    whileTrying: (): Promise<unknown> => Promise.resolve(),
  };
  const states: ConnectivityState[] = [];
  const timers: { task: () => void; at: number }[] = [];
  const connectivity = new Connectivity({
    now: () => world.now,
    onChanged: (state) => states.push(state),
    tryRoblox: (attempt) => {
      world.tries.push(attempt);
      return world.whileTrying().then(() => (world.isUp ? undefined : lost()));
    },
    schedule: (task, waitMs) => {
      const timer = { task, at: world.now + waitMs };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
  });
  return {
    connectivity,
    world,
    states,
    waits: () => timers.map(({ at }) => at - world.now),
    send: (outcome: () => Promise<Response>) =>
      connectivity
        .watched(outcome)(request())
        .catch(() => undefined)
        .then(settle),
    /** Lets the next timer's time come. */
    passTime: async () => {
      const timer = timers.shift();
      if (!timer) throw new Error('Nothing is waited for');
      world.now = timer.at;
      timer.task();
      await settle();
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('whether Roblox can be reached', () => {
  it('one lost request, or one endpoint that fails, taken for Roblox', async () => {
    const { connectivity, send, states, world } = start();
    for (let count = 0; count < 20; count += 1) await send(lost);
    expect(connectivity.state).toEqual({ connectivity: 'online' });
    expect(states).toEqual([]);
    expect(world.tries).toHaveLength(1);
  });

  it('an answer that refuses taken for none', async () => {
    const { send, world, connectivity } = start();
    world.isUp = false;
    await send(answered);
    expect(world.tries).toEqual([]);
    expect(connectivity.state.connectivity).toBe('online');
  });

  it('what Satchel gave up itself taken for lost', async () => {
    const { send, world } = start();
    await send(() => Promise.reject(new DOMException('Given up', 'AbortError')));
    expect(world.tries).toEqual([]);
  });

  it('not said with since when, or requests still sent that would only wait for their timeouts', async () => {
    const { connectivity, send, states, world } = start();
    world.isUp = false;
    await send(lost);
    expect(states).toEqual([{ connectivity: 'unreachable', since: world.now }]);
    let sent = 0;
    await send(() => {
      sent += 1;
      return answered();
    });
    expect(sent).toBe(0);
    expect(() => connectivity.refuseWhenUnreachable()).toThrow(
      expect.objectContaining({ code: 'unreachable' }),
    );
  });

  it('tried without a pause, or less and less often without end', async () => {
    const { passTime, send, waits, world } = start();
    world.isUp = false;
    await send(lost);
    const seen: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      seen.push(...waits());
      await passTime();
    }
    expect(seen).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    expect(waits()).toHaveLength(1);
  });

  it('not coming back by itself, or trying on afterwards', async () => {
    const { passTime, send, states, waits, world } = start();
    world.isUp = false;
    await send(lost);
    await passTime();
    world.isUp = true;
    await passTime();
    expect(states.at(-1)).toEqual({ connectivity: 'online' });
    expect(waits()).toEqual([]);
  });

  it('flapping when another request was answered while the try was lost', async () => {
    const { connectivity, states, world } = start();
    world.isUp = false;
    world.whileTrying = () => connectivity.watched(answered)(request());
    await connectivity.tryNow();
    await settle();
    expect(states).toEqual([]);
  });

  it.each([
    ['stood still', 0],
    ['was set back', -3_600_000],
  ])('not found out after an answer since which the clock %s', async (_how, passed) => {
    const { connectivity, send, world } = start();
    await send(answered);
    world.now += passed;
    world.isUp = false;
    await send(lost);
    expect(connectivity.state).toEqual({ connectivity: 'unreachable', since: world.now });
  });

  it('the person, or the system, not heard', async () => {
    const { connectivity, send, states, world } = start();
    world.isUp = false;
    connectivity.hint(false);
    await settle();
    expect(states.at(-1)?.connectivity).toBe('unreachable');
    world.isUp = true;
    connectivity.hint(true);
    await settle();
    expect(states.at(-1)?.connectivity).toBe('online');
    connectivity.hint(true);
    expect(world.tries).toHaveLength(2);
    world.isUp = false;
    await send(lost);
    world.now += 6000;
    await send(lost);
    world.isUp = true;
    expect(await connectivity.tryNow()).toEqual({ connectivity: 'online' });
  });

  it('asking Roblox while the person works offline', async () => {
    const { connectivity, send, waits, world } = start();
    world.isUp = false;
    await send(lost);
    connectivity.set('offline');
    expect(waits()).toEqual([]);
    const before = world.tries.length;
    connectivity.hint(true);
    await connectivity.tryNow();
    expect(world.tries).toHaveLength(before);
    expect(connectivity.set('online')).toEqual({ connectivity: 'online' });
  });
});
