import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { Outbox } from '../../electron/library/outbox/outbox.ts';
import type { ItemRef } from '../../shared/items.ts';
import { collections, first, idsOf, settled, signedIn } from '../support/profile-satchel.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const userId = smallAccount.userId;

describe('the profile collection', () => {
  it('an undo that leaves at Roblox what it takes back here, sends what was never sent, or is lost with a redo', async () => {
    const { services, server, free, before } = await signedIn();
    const items = free.slice(0, 2);
    await services.outbox.accept(userId, 'in', items);
    await settled(services);
    // Asked for again it is no step: there is nothing to take back.
    await services.outbox.accept(userId, 'in', items);
    const { undo } = await services.library.undo.state();
    expect(undo?.name).toEqual({ kind: 'addToProfile', count: 2, accountId: userId });
    await services.tellOfStep(services.library.undo.undo(null));
    expect(await idsOf(services)).toEqual(before.map(({ id }) => id).sort());
    await settled(services);
    expect(server.requestsTo(collections).filter(({ method }) => method === 'DELETE')).toHaveLength(2);
    services.connectivity.set('offline');
    await services.tellOfStep(services.library.undo.redo(null));
    const asked = server.requestsTo(collections).length;
    await services.tellOfStep(services.library.undo.undo(null));
    services.connectivity.set('online');
    await settled(services);
    expect(server.requestsTo(collections)).toHaveLength(asked);
    await services.refresh.profileCollection(userId, true);
    expect(await idsOf(services)).toEqual(before.map(({ id }) => id).sort());
  });

  it('a change that is not there at once, not at Roblox, or gone after the next refresh', async () => {
    const { services, server, before, free } = await signedIn();
    const items = free.slice(0, 2);
    expect(await services.outbox.accept(userId, 'in', items)).toBe(2);
    const expected = [...before, ...items].map(({ id }) => id).sort();
    expect(await idsOf(services)).toEqual(expected);
    await settled(services);
    expect(server.requestsTo(collections)).not.toEqual([]);
    await services.refresh.profileCollection(userId, true);
    expect(await idsOf(services)).toEqual(expected);
    await services.outbox.accept(userId, 'out', items.slice(0, 1));
    expect(await idsOf(services)).not.toContain(items[0]?.id);
    await settled(services);
    expect(server.requestsTo(collections).map(({ method }) => method)).toContain('DELETE');
  });

  it('a read that lags a change undoing it on screen', async () => {
    const { services, server, free } = await signedIn({ collectionReadLag: 3 });
    const item = first(free);
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    server.clear();
    await services.refresh.profileCollection(userId, true);
    expect(await idsOf(services)).toContain(item.id);
  });

  it('a session that has ended tried once for every item, or its changes lost', async () => {
    const { services, server, free } = await signedIn();
    server.fail(collections, faults.sessionEnded());
    await services.outbox.accept(userId, 'in', free.slice(0, 5));
    await expect.poll(() => services.accounts.find(userId).signIn).toBe('needed');
    expect(server.requestsTo(collections)).toHaveLength(1);
    expect(await services.outbox.pending(userId)).toBe(5);
  });

  it('a second step that Roblox wants refusing the change, asked about again and again, or shutting out every look', async () => {
    const { clipboard, services, server, free } = await signedIn();
    server.fail(collections, faults.challenge());
    await services.outbox.accept(userId, 'in', free.slice(0, 5));
    const asked = { signIn: 'needed', signInReason: 'challengeRequired' };
    await expect.poll(() => services.accounts.find(userId)).toMatchObject(asked);
    services.connectivity.set('offline');
    services.connectivity.set('online');
    await services.refresh.profileCollection(userId, true);
    const changes = await services.outbox.list();
    expect(changes.map(({ attempts, state }) => ({ attempts, state }))).toEqual(
      Array.from({ length: 5 }, () => ({ attempts: 0, state: 'waiting' })),
    );
    expect(server.requestsTo(collections)).toHaveLength(1);
    server.clear();
    clipboard.text = server.signIn(userId);
    await services.signIn.paste();
    expect(services.accounts.find(userId)).toMatchObject({ signIn: 'kept', signInReason: null });
    await settled(services);
    expect(await idsOf(services)).toEqual(expect.arrayContaining(free.slice(0, 5).map(({ id }) => id)));
    expect(server.requestsTo(collections).length).toBeGreaterThanOrEqual(5);
  });

  it('a second step that Roblox wants before it shows the collection holding up for good what was lost on its way', async () => {
    const { services, server, free } = await signedIn();
    server.fail('/apis/showcases-api', faults.challenge());
    server.fail(collections, faults.lostAnswer(), 1);
    await services.outbox.accept(userId, 'in', [first(free)]);
    await settled(services);
    expect(await idsOf(services)).toContain(first(free).id);
    expect(services.accounts.find(userId).signInReason).toBeNull();
  });

  it('a refused item shown as added, stopping the others, or without its reason', async () => {
    const { services, events, free } = await signedIn();
    const badge: ItemRef = { type: 'Badge', id: 8_000_000_000_000_001 };
    await services.outbox.accept(userId, 'in', [badge, first(free)]);
    await settled(services);
    const { items, refused } = await services.library.profileItems.read(userId);
    expect(items.map(({ id }) => id)).toContain(first(free).id);
    expect(items.map(({ id }) => id)).not.toContain(badge.id);
    expect(refused.map(({ id, change }) => [id, change?.error?.code])).toEqual([
      [badge.id, 'itemTypeNotAllowed'],
    ]);
    const told = () => events.filter(({ name }) => name === 'outbox.changed').map(({ payload }) => payload);
    await expect.poll(told).toContainEqual({ accountId: userId, refused: [refused[0]?.change] });
  });

  it('a refusal looked for among all changes of all accounts', async () => {
    const { services, events } = await signedIn();
    const listing = vi.spyOn(Outbox.prototype, 'list');
    onTestFinished(() => listing.mockRestore());
    await services.outbox.accept(userId, 'in', [{ type: 'Badge', id: 8_000_000_000_000_001 }]);
    await expect
      .poll(() => events)
      .toContainEqual({
        name: 'outbox.changed',
        payload: { accountId: userId, refused: [expect.objectContaining({ state: 'refused' })] },
      });
    expect(listing).not.toHaveBeenCalled();
  });

  it('a change wanted again after a refusal dropped because an old reading shows it', async () => {
    const { services, server, free } = await signedIn();
    const item = first(free);
    server.fail(collections, faults.refusal(403, 9), 1);
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    const shown = [{ id: item.id, name: 'Hat', assetSeoUrl: `/catalog/${item.id}/Hat`, thumbnail: {} }];
    server.fail('/apis/showcases-api', faults.status(200, shown));
    await services.refresh.profileCollection(userId, true);
    server.clear();
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    expect(server.requestsTo(collections)).not.toEqual([]);
  });

  it('a full collection not told as full', async () => {
    const { services, free } = await signedIn();
    await services.outbox.accept(userId, 'in', free.slice(0, 13));
    await settled(services);
    const { refused } = await services.library.profileItems.read(userId);
    expect(refused.at(-1)?.change?.error?.code).toBe('collectionFull');
  });

  it('"already in" and "not in" told as refusals', async () => {
    const { services, server, free } = await signedIn();
    const item = first(free);
    server.fail(collections, faults.refusal(403, 7), 1);
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    expect(await services.outbox.list()).toEqual([]);
    expect(await idsOf(services)).toContain(item.id);
    server.fail(collections, faults.refusal(403, 8), 1);
    await services.outbox.accept(userId, 'out', [item]);
    await settled(services);
    expect(await services.outbox.list()).toEqual([]);
    expect(await idsOf(services)).not.toContain(item.id);
  });

  it('a followed account changed, or Roblox asked to', async () => {
    const { services, server } = await startSatchel();
    await services.following.follow(String(userId));
    const change = services.outbox.accept(userId, 'in', [{ type: 'Asset', id: 1 }]);
    await expect(change).rejects.toMatchObject({ code: 'accountReadOnly' });
    expect(server.requestsTo(collections)).toEqual([]);
  });

  it('a change made offline refused, sent, lost by a restart, or never sent afterwards', async () => {
    const satchel = await signedIn();
    const { services, server, free } = satchel;
    const item = first(free);
    services.connectivity.set('offline');
    await services.outbox.accept(userId, 'in', [item]);
    expect(await idsOf(services)).toContain(item.id);
    expect(server.requestsTo(collections)).toEqual([]);
    await services.close();
    const again = await satchel.restart();
    await settled(again);
    expect(server.requestsTo(collections)).not.toEqual([]);
    expect(await idsOf(again)).toContain(item.id);
  });

  it('an item put in and taken out again offline sent all the same', async () => {
    const { services, server, before, free } = await signedIn();
    services.connectivity.set('offline');
    await services.outbox.accept(userId, 'in', [first(free)]);
    await services.outbox.accept(userId, 'out', [first(free)]);
    await services.outbox.accept(userId, 'out', [first(before)]);
    await services.outbox.accept(userId, 'in', [first(before)]);
    expect(await services.outbox.list()).toEqual([]);
    services.connectivity.set('online');
    expect(server.requestsTo(collections)).toEqual([]);
  });

  it('a change given up or tried again as if nobody had said so', async () => {
    const { services, free } = await signedIn();
    const badge: ItemRef = { type: 'Badge', id: 8_000_000_000_000_001 };
    await services.outbox.accept(userId, 'in', [badge]);
    await settled(services);
    const [refused] = await services.outbox.list();
    await services.outbox.retry(userId, [refused?.sequence ?? 0]);
    await settled(services);
    const [again] = await services.outbox.list();
    expect(again).toMatchObject({ state: 'refused', item: badge });
    expect(await services.outbox.text()).toContain('itemTypeNotAllowed');
    expect(await services.outbox.discard(userId, [again?.sequence ?? 0])).toEqual([]);
    services.connectivity.set('offline');
    await services.outbox.accept(userId, 'in', free.slice(0, 3));
    await services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    expect(await services.outbox.list()).toEqual([]);
  });

  it.each(['archive', 'delete'] as const)(
    'undo still named after a change of an account that has left: its library to %s',
    async (library) => {
      const { services, events, free } = await signedIn();
      const look = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
      await services.tellOfCollections(services.library.collections.create({ ...look, name: 'Hats' }));
      await services.outbox.accept(userId, 'in', free.slice(0, 3));
      const told = () => events.filter(({ name }) => name === 'undo.changed').at(-1)?.payload;
      await expect.poll(() => told()).toMatchObject({ undo: { name: { kind: 'addToProfile' } } });
      await services.accounts.signOut(userId, { atRoblox: false, library });
      const undo = { name: { kind: 'createCollection', collection: 'Hats' } };
      await expect.poll(() => told()).toMatchObject({ undo, redo: null });
    },
  );

  it('a type of asset that Roblox refuses not known before the next try, or refused for good', async () => {
    const { services, server, free } = await signedIn();
    const item = first(free);
    const types = async () => (await services.library.profileItems.read(userId)).refusedAssetTypes;
    expect(await types()).toEqual([]);
    server.fail(collections, faults.refusal(403, 5), 1);
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    const { assetType } = (await services.library.details.read(userId, item)).item;
    expect(await types()).toEqual([assetType]);
    await services.outbox.accept(userId, 'in', [item]);
    await settled(services);
    expect(await types()).toEqual([]);
  });

  it('an answer that cannot be read emptying the collection', async () => {
    const { services, server, before } = await signedIn();
    for (const fault of [faults.html(), faults.empty(), faults.wrongType({ not: 'a list' })]) {
      server.clear();
      server.fail('/apis/showcases-api', fault);
      await expect(services.refresh.profileCollection(userId, true)).rejects.toMatchObject({
        code: 'answerMalformed',
      });
      expect((await services.library.profileItems.read(userId)).items).toEqual(before);
    }
  });
});
