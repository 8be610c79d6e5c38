import { describe, expect, it } from 'vitest';
import { inventory } from '../../../electron/roblox/inventory.ts';
import { timeLeft } from '../../../electron/sync/ownership/time-left.ts';
import { AppError } from '../../../shared/errors.ts';
import { clientAtServer } from '../../support/roblox-client.ts';

const copies = inventory.getItemCopies;
const bare = inventory.isItemOwned;

/** Accounts 1 and 2 have allowances of their own, all others share one. */
const client = {
  allowance: (endpoint: object, accountId: number) => {
    if (accountId === 9) return Promise.reject(new AppError('accountArchived', 'Gone'));
    const key = `${endpoint === copies ? 'copies' : 'bare'} ${accountId < 3 ? accountId : 'shared'}`;
    return Promise.resolve({ key, perMinute: 100, background: 80 });
  },
};

describe('how long asking takes', () => {
  it.each([
    [
      'accounts with allowances of their own waiting for each other',
      [
        [1, 400],
        [2, 400],
      ],
      200,
      5,
    ],
    [
      'accounts that share an allowance not waiting for each other',
      [
        [3, 400],
        [4, 400],
      ],
      100,
      10,
    ],
    [
      'the slowest not deciding',
      [
        [1, 80],
        [3, 800],
      ],
      200,
      10,
    ],
    ['nothing rounded down to no time at all', [[1, 1]], 100, 1],
    [
      'an account that is asked no more counted',
      [
        [9, 800],
        [1, 80],
      ],
      100,
      1,
    ],
    ['nothing to ask taking time', [], null, null],
  ] as const)('%s', async (_what, wanted, perMinute, minutesLeft) => {
    const questions = wanted.map(([accountId, count]) => ({ accountId, left: new Map([[copies, count]]) }));
    expect(await timeLeft(client, questions)).toEqual({ perMinute, minutesLeft });
  });

  it('two endpoints of one account added up', async () => {
    const left = new Map<typeof copies | typeof bare, number>([
      [copies, 160],
      [bare, 80],
    ]);
    expect(await timeLeft(client, [{ accountId: 1, left }])).toEqual({ perMinute: 200, minutesLeft: 2 });
  });

  it('what Roblox has said since taken for what was published', async () => {
    const { client: real, sessions, server } = await clientAtServer({}, { limitFactor: 3 });
    const [first, second, third] = server.demo.accounts.map(({ userId }) => userId);
    if (!first || !second || !third) throw new Error('There are three accounts');
    sessions.hold(first, server.demo.sessionOf(first) ?? '');
    const published = await real.allowance(copies, first);
    expect(published).toMatchObject({ perMinute: 100, background: 80 });
    const params = { userId: second, itemType: 'Asset' as const, itemTargetId: 5 };
    for (const accountId of [first, second])
      await real.call(copies, params, { accountId }).catch(() => undefined);
    expect(await real.allowance(copies, first)).toMatchObject({ perMinute: 300, background: 240 });
    expect(await real.allowance(copies, second)).toMatchObject({ perMinute: 180, background: 144 });
    expect((await real.allowance(copies, third)).key).toBe((await real.allowance(copies, second)).key);
    expect((await real.allowance(copies, first)).key).not.toBe((await real.allowance(copies, second)).key);
  });
});
