// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useConnectivityStore } from '../../renderer/features/connectivity/connectivity.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useSwapStore } from '../../renderer/features/profile-collection/swap.store.ts';
import { useProfileCollectionStore } from '../../renderer/features/profile-collection/profile-collection.store.ts';
import { useResultStore } from '../../renderer/features/results/result.store.ts';
import type { Account } from '../../shared/accounts.ts';
import { sampleChange } from '../support/sample-changes.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

const items = [
  sampleItem(1, { name: 'Crown' }),
  sampleItem(2, { name: 'Cape' }),
  sampleItem(3, { name: 'Hat' }),
];

async function open(account: Account, limit: number | null = null) {
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [account], scope: account.id }),
    'profileCollection.list': () => ({
      items: [{ ...sampleItem(1), change: sampleChange(1, 'Crown', { state: 'waiting', error: null }) }],
      refused: [{ ...sampleItem(2), change: sampleChange(2, 'Cape') }],
      waiting: 1,
      limit,
      refusedAssetTypes: [],
      savedAt: 1,
    }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'undo.state': () => ({ undo: null, redo: null }),
    'profileCollection.add': ({ items: asked }) => asked.length,
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const collection = useProfileCollectionStore();
  await flushPromises();
  return { bridge, collection, notices: useNoticeStore(), swaps: useSwapStore() };
}

describe('changing the profile collection', () => {
  it('tells each refused item by name and reason, what is refused together as one', async () => {
    vi.useFakeTimers();
    try {
      const { bridge, notices } = await open(sampleAccount());
      bridge.emit('outbox.changed', { accountId: 7, refused: [sampleChange(2, 'Cape')] });
      bridge.emit('outbox.changed', { accountId: 7, refused: [sampleChange(3, 'Hat')] });
      vi.advanceTimersByTime(1000);
      expect(notices.notices).toHaveLength(1);
      expect(notices.notices[0]).toMatchObject({ tone: 'problem', title: 'Roblox refused 2 changes' });
      const lines = notices.notices[0]?.lines;
      notices.act(notices.notices[0]?.id ?? 0, 'more');
      expect(useResultStore().open?.groups).toMatchObject([
        { reason: 'Not allowed in the profile collection', items: [{ name: 'Cape' }, { name: 'Hat' }] },
      ]);
      expect(notices.notices).toEqual([]);
      expect(lines).toEqual([
        'Cape, Hat: Not allowed in the profile collection. Roblox does not accept this type of asset there.',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('marks what waits and what was refused, and counts the refused one in', async () => {
    const { collection } = await open(sampleAccount());
    expect(collection.marks.get('Asset-1')).toEqual({
      words: 'Waits to be added on Roblox',
      isRefused: false,
    });
    expect(collection.marks.get('Asset-2')).toMatchObject({ isRefused: true });
    expect([...collection.keys]).toEqual(['Asset-1']);
  });

  it('asks nothing of a followed account, and says why', async () => {
    const followed = await open(sampleAccount({ kind: 'followed', canEdit: false, signIn: 'none' }));
    await followed.collection.change('add', items);
    expect(followed.bridge.asked).not.toContain('profileCollection.add');
    expect(followed.notices.notices[0]?.title).toBe('This account is followed, not signed in');
  });

  it('refuses a change while working offline, or hides that it waits', async () => {
    const own = await open(sampleAccount());
    useConnectivityStore();
    own.bridge.emit('connectivity.changed', { connectivity: 'offline' });
    await own.collection.change('add', items);
    expect(own.bridge.asked).toContain('profileCollection.add');
    expect(own.notices.notices[0]).toMatchObject({
      title: 'Added 3 items to the profile collection',
      lines: ['It waits until Satchel is online, and is kept until then.'],
    });
  });

  it('more than the collection is known to take sent without a question, or never again', async () => {
    const { bridge, collection, swaps } = await open(sampleAccount(), 2);
    const refused = collection.change('add', items.slice(1));
    await flushPromises();
    expect(bridge.asked).not.toContain('profileCollection.add');
    expect(swaps.open).toEqual({ items: items.slice(1), state: 'notSent' });
    swaps.close();
    expect(await refused).toBe(false);
    const accepted = collection.change('add', items.slice(1));
    await flushPromises();
    await swaps.settle(() => collection.changeAnyway('add', items.slice(1)));
    expect(await accepted).toBe(true);
    expect(bridge.asked).toContain('profileCollection.add');
    expect(swaps.open).toBeNull();
  });

  it('what has room, or is in it already, asked about', async () => {
    const { bridge, collection, swaps } = await open(sampleAccount(), 2);
    await collection.change('add', items.slice(0, 2));
    expect(bridge.asked).toContain('profileCollection.add');
    expect(swaps.open).toBeNull();
  });

  it('a refusal for lack of room that offers nothing, or asks about another account on screen', async () => {
    vi.useFakeTimers();
    try {
      const { bridge, notices, swaps } = await open(sampleAccount());
      const error = { code: 'collectionFull', message: '' } as const;
      const full = sampleChange(2, 'Cape', { error });
      bridge.emit('outbox.changed', { accountId: 7, refused: [full, sampleChange(3, 'Hat')] });
      vi.advanceTimersByTime(1000);
      notices.act(notices.notices[0]?.id ?? 0);
      await flushPromises();
      expect(swaps.open).toEqual({ items: [{ type: 'Asset', id: 2, name: 'Cape' }], state: 'refused' });
      bridge.emit('outbox.changed', { accountId: 7, refused: [sampleChange(3, 'Hat')] });
      vi.advanceTimersByTime(1000);
      expect(notices.notices.at(-1)?.action).toBeUndefined();
      bridge.emit('accounts.changed', { accounts: [sampleAccount(), sampleAccount({ id: 8 })], scope: 8 });
      expect(swaps.open).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('forty refusals in a row told as one after the other', async () => {
    vi.useFakeTimers();
    try {
      const { bridge, notices } = await open(sampleAccount());
      for (let id = 1; id <= 40; id += 1) {
        bridge.emit('outbox.changed', { accountId: 7, refused: [sampleChange(id, `Hat ${id}`)] });
        vi.advanceTimersByTime(100);
      }
      expect(notices.notices).toEqual([]);
      vi.advanceTimersByTime(1000);
      expect(notices.notices).toMatchObject([{ title: 'Roblox refused 40 changes' }]);
      for (let id = 1; id <= 80; id += 1) {
        bridge.emit('outbox.changed', { accountId: 7, refused: [sampleChange(id, `Hat ${id}`)] });
        vi.advanceTimersByTime(100);
      }
      expect(notices.notices.length).toBeGreaterThan(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
