// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useConnectivityStore } from '../../renderer/features/connectivity/connectivity.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useProfileCollectionStore } from '../../renderer/features/profile-collection/profile-collection.store.ts';
import type { Account } from '../../shared/accounts.ts';
import type { CollectionChange } from '../../shared/profile-collection.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

const items = [
  sampleItem(1, { name: 'Crown' }),
  sampleItem(2, { name: 'Cape' }),
  sampleItem(3, { name: 'Hat' }),
];

async function open(account: Account, changes: readonly CollectionChange[] = []) {
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [account], scope: account.id }),
    'profileCollection.list': () => ({ items: [], savedAt: 1 }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'profileCollection.add': () => changes,
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const collection = useProfileCollectionStore();
  await flushPromises();
  return { bridge, collection, notices: useNoticeStore() };
}

describe('changing the profile collection', () => {
  it('tells of each refused item by name and reason, and how many went through', async () => {
    const refused = { code: 'assetTypeNotAllowed', message: '' } as const;
    const { collection, notices } = await open(
      sampleAccount(),
      items.map(({ type, id }) => ({ item: { type, id }, error: id === 1 ? null : refused })),
    );
    await collection.change('add', items);
    const [notice] = notices.notices;
    expect(notice).toMatchObject({ tone: 'problem', title: 'Added 1 of 3 items' });
    expect(notice?.lines).toEqual([
      'Cape, Hat: Not allowed in the profile collection. Roblox does not accept this type of asset there.',
    ]);
  });

  it('stays calm about what Roblox already has', async () => {
    const { collection, notices } = await open(sampleAccount(), [
      { item: { type: 'Asset', id: 1 }, error: { code: 'alreadyInCollection', message: '' } },
    ]);
    await collection.change('add', items.slice(0, 1));
    expect(notices.notices[0]).toMatchObject({ tone: 'neutral' });
  });

  it('asks nothing of a followed account, nor while working offline, and says why', async () => {
    const followed = await open(sampleAccount({ kind: 'followed', canEdit: false }));
    await followed.collection.change('add', items);
    expect(followed.bridge.asked).not.toContain('profileCollection.add');
    expect(followed.notices.notices[0]?.title).toBe('This account is followed, not signed in');

    const own = await open(sampleAccount());
    useConnectivityStore();
    own.bridge.emit('connectivity.changed', { connectivity: 'offline' });
    await own.collection.change('add', items);
    expect(own.bridge.asked).not.toContain('profileCollection.add');
    expect(own.notices.notices[0]?.title).toBe('Satchel is working offline');
  });
});
