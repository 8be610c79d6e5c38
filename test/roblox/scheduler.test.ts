import { describe, expect, it } from 'vitest';
import type { KeptBudget } from '../../electron/roblox/rates.ts';
import { Scheduler, type Priority, type Turn } from '../../electron/roblox/scheduler.ts';
import { openLibrary } from '../support/library-folder.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const budget = { key: 'a', perMinute: 10 };
const refusal = new Headers({ 'retry-after': '30' });

/** A scheduler whose requests end when the test says so. */
function scheduling(scheduler = new Scheduler(new VirtualClock())) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, turn: Partial<Turn> = {}) =>
    scheduler.run(
      {
        accountId: 1,
        budget: null,
        priority: () => 'screen',
        waits: true,
        signal: new AbortController().signal,
        ...turn,
      },
      () => {
        begun.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      },
    );
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { scheduler, begun, ask, end };
}

/** Everything that could go out by now has. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('who goes next', () => {
  it('what is on screen waiting behind the background', async () => {
    const { begun, ask, end } = scheduling();
    const order: Priority[] = [
      'background',
      'background',
      'background',
      'background',
      'background',
      'near',
      'screen',
    ];
    for (const [index, priority] of order.entries())
      void ask(`${priority} ${index}`, { priority: () => priority });
    await settled();
    await end('background 0');
    await end('background 1');
    await end('background 2');
    expect(begun.slice(4)).toEqual(['screen 6', 'near 5', 'background 4']);
  });

  it('one account with much to ask keeping the others waiting', async () => {
    const { begun, ask, end } = scheduling();
    for (let index = 0; index < 6; index += 1) void ask(`first ${index}`);
    for (const account of [2, 3, 4])
      for (const part of [0, 1]) void ask(`${account} ${part}`, { accountId: account });
    await settled();
    expect(begun).toHaveLength(8);
    for (let ended = 0; ended < 4; ended += 1) await end(begun[ended] ?? '');
    expect(begun.slice(8).sort()).toEqual(['4 0', '4 1', 'first 4', 'first 5']);
  });

  it('a request that became urgent while it waited staying behind', async () => {
    const { scheduler, begun, ask, end } = scheduling();
    let priority: Priority = 'background';
    for (let index = 0; index < 5; index += 1) void ask(`near ${index}`, { priority: () => 'near' });
    void ask('risen', { priority: () => priority });
    await settled();
    priority = 'screen';
    scheduler.review();
    await end('near 0');
    expect(begun.at(-1)).toBe('risen');
  });

  it('a wait given up holding its place', async () => {
    const { begun, ask, end } = scheduling();
    const controller = new AbortController();
    for (let index = 0; index < 4; index += 1) void ask(String(index));
    const given = ask('given up', { signal: controller.signal });
    const after = ask('after');
    await settled();
    controller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    await end('0');
    await end('after');
    expect(await after).toBe('after');
    expect(begun).not.toContain('given up');
  });
});

describe('an endpoint that is closed', () => {
  it('what is on screen left waiting without a word, or the background failing', async () => {
    const clock = new VirtualClock();
    const { scheduler, begun, ask } = scheduling(new Scheduler(clock));
    scheduler.learn(budget, 429, refusal);
    const told: number[] = [];
    const retryAt = clock.now() + 30_000;
    await expect(ask('screen', { budget, waits: false })).rejects.toMatchObject({
      code: 'rateLimited',
      facts: { retryAt },
    });
    void ask('background', { budget, onWait: (until) => told.push(until) });
    await settled();
    expect([begun, told]).toEqual([[], [retryAt]]);
    clock.pass(29_999);
    await settled();
    expect(begun).toEqual([]);
    clock.pass(1);
    await settled();
    expect(begun).toEqual(['background']);
  });

  it('holding up what goes elsewhere', async () => {
    const { scheduler, begun, ask } = scheduling();
    scheduler.learn(budget, 429, refusal);
    void ask('closed', { budget });
    void ask('open', { budget: { key: 'b', perMinute: 10 }, priority: () => 'background' });
    await settled();
    expect(begun).toEqual(['open']);
  });

  it('the background leaving nothing of a budget for the screen', async () => {
    const { begun, ask, end } = scheduling();
    for (let index = 0; index < 10; index += 1)
      void ask(String(index), { budget, priority: () => 'background' });
    await settled();
    for (let index = 0; index < 10; index += 1) await end(String(index));
    expect(begun).toHaveLength(8);
    void ask('screen', { budget, waits: false });
    await settled();
    expect(begun.at(-1)).toBe('screen');
  });

  it('forgotten by a restart', async () => {
    const { library } = openLibrary();
    const clock = new VirtualClock();
    const store = {
      load: () => Promise.resolve(library.rateBudgets.load()),
      save: (budgets: readonly KeptBudget[]) => {
        library.rateBudgets.save(budgets);
        return Promise.resolve();
      },
    };
    new Scheduler(clock, store).learn(budget, 429, refusal);
    clock.pass(2000);
    const { ask } = scheduling(new Scheduler(clock, store));
    const facts = { retryAt: clock.now() + 28_000 };
    await expect(ask('screen', { budget, waits: false })).rejects.toMatchObject({
      code: 'rateLimited',
      facts,
    });
  });
});
