import { systemClock } from '../../electron/roblox/clock.ts';
import type { Wish } from '../../shared/outbox.ts';
import { asAsset, Device } from './device.ts';

export interface ToKilled {
  readonly number: number;
  readonly what: 'isEmpty' | { readonly items: readonly number[]; readonly wish: Wish };
}

export interface FromKilled {
  readonly number: number;
  readonly answer: boolean;
}

// A run of the outbox in a process of its own, which is killed without a word of warning.
const accountId = 11;
const [folder = '', port = ''] = process.argv.slice(2);
const device = new Device({
  folder,
  clock: systemClock(Date.now),
  random: Math.random,
  isOffline: () => false,
  budgets: { load: () => Promise.resolve([]), save: () => Promise.resolve() },
  isDiskFull: () => false,
  onWritten: () => undefined,
  onPauseLookedUp: () => undefined,
  isKilled: () => false,
  transport: async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'POST' ? await request.text() : null;
    const { method, headers, signal } = request;
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers, body, signal });
  },
});
device.sessions.hold(accountId, `session-${accountId}`);
// What a first request loads takes longer than most of these lives: somebody else's collection is read for it.
await device.refresh(99);
device.outbox.look();

process.on('message', ({ number, what }: ToKilled) => {
  const answer =
    what === 'isEmpty'
      ? device.outbox.pending(accountId).then((pending) => pending === 0)
      : device.outbox.accept(accountId, what.wish, what.items.map(asAsset)).then(() => true);
  void answer.then((given) => process.send?.({ number, answer: given } satisfies FromKilled));
});
process.send?.({ number: 0, answer: true } satisfies FromKilled);
