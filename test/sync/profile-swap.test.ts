import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { ItemRef } from '../../shared/items.ts';
import { collections, first, idsOf, settled, signedIn } from '../support/profile-satchel.ts';
import { faults } from '../support/roblox-faults.ts';
import type { RecordedRequest } from '../support/roblox-server.ts';

const userId = smallAccount.userId;

/** A collection that Roblox has just called full, with three more that did not fit. */
async function full() {
  const satchel = await signedIn({ collectionCapacity: 5 });
  const { services, server, free } = satchel;
  await services.outbox.accept(userId, 'in', free.slice(0, 6));
  await settled(services);
  server.clear();
  // A new run has no token yet: its first request goes twice.
  const changes = () =>
    server
      .requestsTo(collections)
      .map(word)
      .filter((each, at, all) => each !== all[at - 1]);
  const inside = (await services.library.profileItems.read(userId)).items;
  return { ...satchel, inside, outside: free.slice(6), changes };
}

function word({ method, path }: RecordedRequest): string {
  return `${method === 'POST' ? 'in' : 'out'} ${path.split('/').at(-1)}`;
}

function ids(items: readonly ItemRef[]): number[] {
  return items.map(({ id }) => id).sort();
}

describe('a full profile collection', () => {
  it('what it takes not learned from a refusal, forgotten by a restart, or still believed when it takes more', async () => {
    const satchel = await full();
    expect((await satchel.services.library.profileItems.read(userId)).limit).toBe(5);
    await satchel.services.close();
    const again = await satchel.restart();
    expect((await again.library.profileItems.read(userId)).limit).toBe(5);
    await again.close();
    const roomy = await signedIn({ collectionCapacity: 5 });
    roomy.server.fail(collections, faults.refusal(403, 9), 1);
    await roomy.services.outbox.accept(userId, 'in', [first(roomy.free)]);
    await settled(roomy.services);
    expect((await roomy.services.library.profileItems.read(userId)).limit).toBe(2);
    await roomy.services.outbox.accept(userId, 'in', [first(roomy.free)]);
    await settled(roomy.services);
    expect((await roomy.services.library.profileItems.read(userId)).limit).toBeNull();
  });

  it('a swap sent in an order in which it cannot fit, also when what goes out has to be tried again', async () => {
    const { services, server, inside, outside, changes } = await full();
    const [out, wanted] = [inside.slice(0, 2), outside.slice(0, 2)];
    server.fail(({ method }) => method === 'DELETE', faults.status(503), 1);
    await services.outbox.swap(userId, out, wanted);
    await settled(services);
    const [failed = '', ...others] = changes();
    expect(failed).toMatch(/^out/);
    expect(others.slice(0, 2).toSorted()).toEqual(out.map(({ id }) => `out ${id}`).toSorted());
    expect(others.slice(2)).toEqual(wanted.map(({ id }) => `in ${id}`));
    expect(await idsOf(services)).toEqual(ids([...inside.slice(2), ...wanted]));
  });

  it('a change of another item held up by a swap that waits', async () => {
    const { services, server, inside, outside, changes } = await full();
    const one = first(inside);
    server.fail(({ method, path }) => method === 'DELETE' && path.endsWith(`/${one.id}`), faults.status(503));
    await services.outbox.swap(userId, [one], [first(outside)]);
    await services.outbox.accept(userId, 'out', inside.slice(1, 3));
    await services.outbox.accept(userId, 'in', outside.slice(1, 2));
    await expect.poll(changes).toContain(`in ${outside[1]?.id}`);
    expect(changes()).not.toContain(`in ${first(outside).id}`);
    await expect.poll(() => services.outbox.pending(userId)).toBe(2);
  });

  it('what was to make room refused, and what waits for it never sent', async () => {
    const { services, server, inside, outside } = await full();
    server.fail(({ method }) => method === 'DELETE', faults.refusal(400, 2), 1);
    await services.outbox.swap(userId, inside.slice(0, 1), outside.slice(0, 1));
    await settled(services);
    const refused = (await services.outbox.list()).filter(({ state }) => state === 'refused');
    expect(refused.map(({ wish, error }) => [wish, error?.code])).toContainEqual(['in', 'collectionFull']);
    expect(await idsOf(services)).toEqual(ids(inside));
  });

  it('a swap offline that is not one step, is sent after an undo, or is lost over a restart', async () => {
    const { inside, outside, changes, ...satchel } = await full();
    const { services } = satchel;
    services.connectivity.set('offline');
    await services.outbox.swap(userId, inside.slice(0, 1), outside.slice(0, 1));
    const swapped = ids([...inside.slice(1), ...outside.slice(0, 1)]);
    expect(await idsOf(services)).toEqual(swapped);
    const { undo } = await services.library.undo.state();
    expect(undo?.name).toEqual({ kind: 'swapInProfile', count: 1, out: 1, accountId: userId });
    await services.tellOfStep(services.library.undo.undo(null));
    expect(await idsOf(services)).toEqual(ids(inside));
    expect(await services.outbox.pending(userId)).toBe(0);
    await services.tellOfStep(services.library.undo.redo(null));
    await services.close();
    const again = await satchel.restart();
    await settled(again);
    expect(changes()).toEqual([`out ${inside[0]?.id}`, `in ${outside[0]?.id}`]);
    expect(await idsOf(again)).toEqual(swapped);
  });

  it('an undo of what Roblox has swapped by now that makes no room first', async () => {
    const { services, server, inside, outside, changes } = await full();
    await services.outbox.swap(userId, inside.slice(0, 1), outside.slice(0, 1));
    await settled(services);
    server.clear();
    await services.tellOfStep(services.library.undo.undo(null));
    await settled(services);
    expect(changes()).toEqual([`out ${outside[0]?.id}`, `in ${inside[0]?.id}`]);
    expect(await idsOf(services)).toEqual(ids(inside));
  });
});
