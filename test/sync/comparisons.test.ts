import { describe, expect, it, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { timelineKinds } from '../../shared/timeline.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const { userId } = smallAccount;
const hats = `/inventory/v2/users/${userId}/inventory/8`;
const asked = /\/items\/Asset\/\d+\/is-owned$/;

interface HatRow {
  readonly assetId: number;
}

/** The list lacks the items from now on, whether they are owned or not. */
function without(ids: ReadonlySet<number>): Fault {
  return async ({ answer, outgoing }) => {
    const response = await answer();
    const page = (await response.json()) as { data: HatRow[] };
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ ...page, data: page.data.filter(({ assetId }) => !ids.has(assetId)) }));
  };
}

/** A followed account that was compared once, and three of its hats. */
async function compared() {
  const satchel = await startSatchel({ roblox: { limitFactor: 100 } });
  const { services, server } = satchel;
  await services.following.follow(String(userId));
  await services.refresh.items(userId, allItemsKey, true);
  const answer = await fetch(`${server.origin}${hats}?limit=10&sortOrder=Desc`);
  const { data } = (await answer.json()) as { data: HatRow[] };
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
    server.fail(hats, without(new Set(ids)));
    await refresh();
    expect(server.requestsTo(asked)).toHaveLength(ids.length);
    expect(await told()).toEqual([]);
  });

  it('not told when it is, or an item deleted at Roblox not told apart', async () => {
    const { server, events, ids, told, refresh } = await compared();
    server.fail(hats, without(new Set(ids)));
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
    server.fail(hats, without(new Set(ids)));
    server.fail(asked, fault);
    await refresh();
    expect(await told()).toEqual([]);
    await refresh();
    expect(await told()).toHaveLength(ids.length);
  });

  it('told by a refresh that failed on the way', async () => {
    const { server, ids, told, services } = await compared();
    server.fail(hats, without(new Set(ids)));
    server.fail(asked, faults.status(200, false));
    server.fail(`/inventory/v2/users/${userId}/inventory/41`, faults.status(500));
    await expect(services.refresh.items(userId, allItemsKey, true)).rejects.toMatchObject({
      code: 'robloxFailed',
    });
    expect(await told()).toEqual([]);
  });
});
