import { describe, expect, it, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { BaselineAdvance } from '../../electron/library/timeline/baseline-advance.ts';
import { Timeline } from '../../electron/library/timeline/timeline.ts';
import { CleanUp } from '../../electron/sync/clean-up.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { timelineKinds } from '../../shared/timeline.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const { userId } = smallAccount;
const hats = `/inventory/v2/users/${userId}/inventory/8`;
const asked = /\/items\/Asset\/\d+\/is-owned$/;

/** A followed account that was compared once, and three of its hats. */
async function compared() {
  const satchel = await startSatchel({ roblox: { limitFactor: 100 } });
  const { services, server } = satchel;
  await services.following.follow(String(userId));
  await services.refresh.items(userId, allItemsKey, true);
  const answer = await fetch(`${server.origin}${hats}?limit=10&sortOrder=Desc`);
  const { data } = (await answer.json()) as { data: { assetId: number }[] };
  const ids = [...new Set(data.map(({ assetId }) => assetId))].slice(0, 3);
  server.clear();
  const told = async () => {
    const { refreshes } = await services.library.timeline.list(userId, {
      before: null,
      kinds: timelineKinds,
      search: '',
    });
    return refreshes.flatMap(({ entries }) => entries);
  };
  const refresh = async () => {
    const runs = vi.spyOn(services.comparisons, 'onRunComplete');
    await services.refresh.items(userId, allItemsKey, true);
    await Promise.all(runs.mock.results.map(({ value }) => value as Promise<void>));
    runs.mockRestore();
  };
  return { ...satchel, ids, told, refresh };
}

describe('a loss after a refresh', () => {
  it('told of an item Roblox still calls owned', async () => {
    const { server, ids, told, refresh } = await compared();
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    await refresh();
    expect(server.requestsTo(asked)).toHaveLength(ids.length);
    expect(await told()).toEqual([]);
  });

  it('not told when it is, or an item deleted at Roblox not told apart', async () => {
    const { server, events, ids, told, refresh } = await compared();
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, faults.status(200, false));
    server.fail(`/inventory/v1/users/${userId}/items/Asset/${ids[0]}/is-owned`, faults.refusal(400, 7));
    await refresh();
    const entries = await told();
    expect(new Set(entries.map(({ item }) => item.id))).toEqual(new Set(ids));
    expect(entries.filter(({ item }) => item.isDeleted).map(({ item }) => item.id)).toEqual([ids[0]]);
    expect(events).toContainEqual({ name: 'timeline.changed', payload: { accountId: userId } });
  });

  it.each([
    ['Roblox takes no more questions', faults.tooManyRequests(60)],
    ['nobody answers', faults.reset()],
    ['the answer is rubbish', faults.html()],
  ])('told while %s, or not after the lists lacked it twice', async (_why, fault) => {
    const { server, ids, told, refresh } = await compared();
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, fault);
    await refresh();
    expect(await told()).toEqual([]);
    await refresh();
    expect(await told()).toHaveLength(ids.length);
  });

  it('of one copy told at once although Roblox answered with a copy nobody could read', async () => {
    const { server, told, refresh } = await compared();
    const { inventory } = smallAccount;
    const tShirt = 2;
    const copies = (inventory.copiesByType.get(tShirt) ?? []).map((number) => inventory.copy(number));
    const many = Map.groupBy(copies, ({ asset }) => asset.id);
    const [taken, other] = [...many.values()].find(({ length }) => length > 1) ?? [];
    server.fail(
      `/inventory/v2/users/${userId}/inventory/${tShirt}`,
      faults.without((_, instanceId) => instanceId === taken?.userAssetId),
    );
    const row = { type: 'Asset', id: taken?.asset.id, name: 'Hat', instanceId: other?.userAssetId };
    const data = [row, { ...row, instanceId: 'unreadable' }];
    server.fail(/\/items\/Asset\/\d+$/, faults.status(200, { data, nextPageCursor: null }));
    await refresh();
    expect(server.requestsTo(/\/items\/Asset\/\d+$/)).toHaveLength(1);
    expect(await told()).toEqual([]);
    await refresh();
    expect(await told()).toHaveLength(1);
  });

  it('told by a refresh that failed on the way', async () => {
    const { server, ids, told, services } = await compared();
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, faults.status(200, false));
    server.fail(`/inventory/v2/users/${userId}/inventory/41`, faults.status(500));
    await expect(services.refresh.items(userId, allItemsKey, true)).rejects.toMatchObject({
      code: 'robloxFailed',
    });
    expect(await told()).toEqual([]);
  });
});

describe('a comparison that fails on the way', () => {
  it('what it told before kept to itself, then or when the next one finds it', async () => {
    const satchel = await compared();
    const { server, events, ids, told, refresh, services } = satchel;
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, faults.status(200, false));
    vi.spyOn(BaselineAdvance.prototype, 'carryOut').mockImplementationOnce(() => {
      throw new Error('No disk');
    });
    const news = { name: 'timeline.changed', payload: { accountId: userId } };
    await refresh();
    expect(await told()).toHaveLength(ids.length);
    expect(events).toContainEqual(news);
    await services.close();
    events.length = 0;
    const { timeline } = (await satchel.restart()).library;
    await expect.poll(() => timeline.due()).toEqual([]);
    expect(events).toContainEqual(news);
  });

  it.each(['made', 'failed'])('the lists it held on to never deleted: %s', async (how) => {
    const { services } = await compared();
    const start = vi.spyOn(CleanUp.prototype, 'start');
    if (how === 'failed')
      vi.spyOn(Timeline.prototype, 'tryCompare').mockImplementationOnce(() => {
        throw new Error('No disk');
      });
    await services.comparisons.onRunComplete(userId, { completedSubjects: [], isComplete: true });
    expect(start).toHaveBeenCalled();
    start.mockRestore();
  });
});

describe('a run that ends while the one before is compared', () => {
  it('forgotten when Satchel ends before its turn', async () => {
    const { services } = await compared();
    const { timeline } = services.library;
    const first = { completedSubjects: ['a'], isComplete: false };
    const second = { completedSubjects: ['b'], isComplete: false };
    const made = { isTold: false, comparison: { toAsk: [] } };
    let isHeld = true;
    const compare = vi
      .spyOn(Timeline.prototype, 'tryCompare')
      .mockImplementation((_accountId, run) => (isHeld || run.completedSubjects.includes('b') ? null : made));
    const ends = [first, second].map((run) => services.comparisons.onRunComplete(userId, run));
    await expect.poll(() => compare).toHaveBeenCalled();
    expect(await timeline.due()).toEqual([{ accountId: userId, run: second }]);
    isHeld = false;
    await ends[0];
    expect(await timeline.due()).toEqual([{ accountId: userId, run: second }]);
    compare.mockRestore();
    await ends[1];
    expect(await timeline.due()).toEqual([]);
  });
});

describe('a comparison cut short by the end of the process', () => {
  it('keeping the process from ending while Roblox does not answer, or not made up for', async () => {
    const satchel = await compared();
    const { server, ids, services } = satchel;
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, faults.silent());
    await services.engine.start(userId, true);
    await vi.waitFor(() => expect(server.requestsTo(asked)).toHaveLength(ids.length), { timeout: 15_000 });
    await services.close();
    server.fail(asked, faults.status(200, false));
    const { timeline } = (await satchel.restart()).library;
    await vi.waitFor(async () => expect(await timeline.due()).toEqual([]), { timeout: 10_000 });
    expect(await timeline.alerts()).toMatchObject([{ accountId: userId, items: ids.length }]);
  });

  it('left until the next refresh', async () => {
    const satchel = await compared();
    const { server, ids, told, services } = satchel;
    server.fail(
      hats,
      faults.without((id) => ids.includes(id)),
    );
    server.fail(asked, faults.status(200, false));
    const compare = vi.spyOn(Timeline.prototype, 'tryCompare').mockImplementation(() => {
      throw new Error('Killed');
    });
    await services.refresh.items(userId, allItemsKey, true);
    await expect.poll(() => compare).toHaveBeenCalled();
    compare.mockRestore();
    expect(await told()).toEqual([]);
    await services.close();
    const { timeline } = (await satchel.restart()).library;
    await expect.poll(() => timeline.due()).toEqual([]);
    const { refreshes } = await timeline.list(userId, { before: null, kinds: timelineKinds, search: '' });
    expect(refreshes.map(({ counts }) => counts.lost)).toEqual([ids.length]);
  });
});
