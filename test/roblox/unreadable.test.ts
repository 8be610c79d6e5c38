import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { AnswerProblem } from '../../electron/roblox/client.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';

const userId = smallAccount.userId;
const hats = { userId, assetTypeId: 8, limit: 100 as const };
const secret = '_|WARNING:-DO-NOT-SHARE-THIS.--|_canary';

async function start() {
  const problems: AnswerProblem[] = [];
  const at = await clientAtServer({ onProblem: (problem) => problems.push(problem) });
  return {
    ...at,
    problems,
    ask: () => at.client.call(inventory.getInventoryByType, hats, { accountId: userId }),
  };
}

describe('rows that cannot be read', () => {
  it('blanking the page, or told without where and how they were wrong', async () => {
    const { ask, problems, server } = await start();
    server.fail('/inventory/v2', faults.badRows());
    const page = await ask();
    expect(page.data.length).toBeGreaterThan(0);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ accountId: userId, unreadable: { count: page.unreadableRows } });
    expect(problems[0]?.unreadable?.samples).toContain('row: invalid_type (object)');
  });

  it('what they held told along with them, or told without bound', async () => {
    const { ask, problems, server } = await start();
    const good = { userAssetId: 1, assetId: 1, assetName: 'Hat' };
    const bad = [
      null,
      { ...good, userAssetId: [secret] },
      { ...good, assetId: secret },
      { ...good, assetName: { [secret]: secret } },
    ];
    const data = Array.from({ length: 500 }, (_, index) => bad[index % bad.length]);
    server.fail('/inventory/v2', faults.wrongType({ previousPageCursor: null, nextPageCursor: null, data }));
    await ask();
    expect(problems[0]?.unreadable?.count).toBe(500);
    expect(problems[0]?.unreadable?.samples).toHaveLength(3);
    expect(JSON.stringify(problems[0]?.unreadable)).not.toContain('WARNING');
  });

  it('those of one answer counted to another', async () => {
    const { ask, problems, server } = await start();
    server.fail('/inventory/v2', faults.badRows(), 1);
    await Promise.all([ask(), ask(), ask()]);
    expect(problems).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('told to nobody', async () => {
    const { ask, problems, server } = await start();
    server.fail('/inventory/v2', faults.refusal(403, 4));
    await expect(ask()).rejects.toMatchObject({ code: 'inventoryHidden' });
    expect(problems).toMatchObject([{ accountId: userId, error: { code: 'inventoryHidden' } }]);
  });
});

describe('the list of requests', () => {
  it('without when, where, how it ended and how large it was', async () => {
    const { ask, ledger, server } = await start();
    await ask();
    server.fail('/inventory/v2', faults.refusal(403, 4), 1);
    await ask().catch(() => undefined);
    const [refused, answered] = ledger.recent();
    const where = {
      method: 'GET',
      path: inventory.getInventoryByType.path,
      host: new URL(server.origin).host,
    };
    expect(answered).toMatchObject({ ...where, status: 200 });
    expect(answered?.bytes).toBeGreaterThan(100);
    expect(refused).toMatchObject({ ...where, status: 403 });
    expect(refused?.at).toBeGreaterThanOrEqual(answered?.at ?? Infinity);
    const { bytes } = ledger.list().find(({ name }) => name === 'getInventoryByType') ?? { bytes: 0 };
    expect(bytes).toBe((answered?.bytes ?? 0) + (refused?.bytes ?? 0));
  });

  it('keeping a parameter, or every request there ever was', async () => {
    const { ledger } = await start();
    for (let count = 0; count < 3000; count += 1) ledger.recordPicture('t1.rbxcdn.com', null);
    expect(ledger.recent().length).toBeLessThanOrEqual(1200);
    expect(ledger.recent()[0]).toMatchObject({ status: null, path: '/{picture}' });
    expect(ledger.list()).toMatchObject([{ calls: 3000, answers: 0 }]);
  });
});
