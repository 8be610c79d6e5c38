// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useSendToProfile } from '../../renderer/features/collections/useSendToProfile.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useSwapStore } from '../../renderer/features/profile-collection/swap.store.ts';
import { useResultStore } from '../../renderer/features/results/result.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { Item } from '../../shared/items.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

const own = [{ accountId: 7, copies: 1 }];
const inside = sampleItem(1, { name: 'Crown', owners: own });
const fitting = [sampleItem(2, { name: 'Cape', owners: own }), sampleItem(3, { name: 'Hat', owners: own })];
const foreign = sampleItem(4, { name: 'Wig', owners: [{ accountId: 8, copies: 1 }] });
const badge = sampleItem(6, { type: 'Badge', name: 'Star', assetType: null, owners: own });
const favourite = sampleItem(5, { name: 'Mask', owners: [{ accountId: 7, copies: 0 }] });

async function start(items: readonly Item[], limit: number | null = null) {
  const sent: number[] = [];
  const copied: string[] = [];
  const bridge = installBridge({
    'accounts.list': () => ({
      accounts: [sampleAccount(), sampleAccount({ id: 8, username: 'ada' })],
      scope: 7,
    }),
    'profileCollection.list': () => ({
      ...{
        items: [{ ...inside, change: null }],
        refused: [],
        waiting: 0,
        limit,
        refusedAssetTypes: [],
        savedAt: 1,
      },
    }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'profileCollection.add': ({ items: asked }) => {
      sent.push(...asked.map(({ id }) => id));
      return asked.length;
    },
    'undo.state': () => ({ undo: null, redo: null }),
    'app.copyText': ({ text }) => {
      copied.push(text);
      return null;
    },
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const loaded = { isWhole: false };
  const list = {
    total: () => items.length,
    itemAt: (index: number) => (loaded.isWhole ? items[index] : undefined),
    loadRange: () => {
      loaded.isWhole = true;
      return Promise.resolve();
    },
  };
  const sending = useSendToProfile(list);
  await flushPromises();
  return { ...sending, bridge, list, sent, copied, notices: useNoticeStore(), results: useResultStore() };
}

describe('sending a collection to the profile collection', () => {
  it('what fits left behind, what does not sent along, or left out without its name and reason', async () => {
    const { send, sent, notices, results, copied } = await start([
      inside,
      ...fitting,
      foreign,
      favourite,
      badge,
    ]);
    await send();
    expect(sent).toEqual([2, 3]);
    expect(notices.notices).toMatchObject([
      { title: 'Added 2 items to the profile collection', lines: ['4 were left out.'] },
    ]);
    notices.act(notices.notices[0]?.id ?? 0, 'more');
    expect(results.open?.groups).toEqual([
      { reason: 'Not owned by Marlo', items: [foreign, favourite] },
      { reason: 'Of a type that Roblox takes into no profile collection', items: [badge] },
      { reason: 'In the profile collection already', items: [inside] },
    ]);
    await results.copy();
    expect(copied).toEqual([
      'Not owned by Marlo\tWig\tAsset 4\nNot owned by Marlo\tMask\tAsset 5\nOf a type that Roblox takes into no profile collection\tStar\tBadge 6\nIn the profile collection already\tCrown\tAsset 1\n',
    ]);
  });

  it('a list offered of what was left out where nothing was', async () => {
    const { send, sent, notices } = await start(fitting);
    await send();
    expect(sent).toEqual([2, 3]);
    expect(notices.notices).toMatchObject([{ lines: [], more: undefined }]);
  });

  it('nothing that fits told as added, or without a reason for each', async () => {
    const { send, sent, notices, results } = await start([inside, foreign]);
    await send();
    expect(sent).toEqual([]);
    expect(notices.notices).toMatchObject([{ tone: 'neutral', title: 'Nothing here fits' }]);
    notices.act(notices.notices[0]?.id ?? 0);
    expect(results.open?.groups.map(({ items }) => items)).toEqual([[foreign], [inside]]);
  });

  it('more than it has room for sent without a question', async () => {
    const { send, sent } = await start([...fitting, foreign], 2);
    void send();
    await flushPromises();
    expect(sent).toEqual([]);
    expect(useSwapStore().open).toEqual({ items: fitting, state: 'notSent' });
  });

  it('the items of one account sent to the collection of another, or a list that cannot be read without a word', async () => {
    const { send, sent, bridge, list, notices } = await start(fitting);
    const gate = Promise.withResolvers<undefined>();
    list.loadRange = () => gate.promise;
    const sending = send();
    bridge.emit('accounts.changed', { accounts: [sampleAccount({ id: 8 })], scope: 8 });
    gate.resolve(undefined);
    await sending;
    expect(sent).toEqual([]);
    list.loadRange = () => Promise.reject(new AppError('storageFailed', 'No'));
    await send();
    expect(notices.notices).toMatchObject([{ tone: 'problem' }]);
  });

  it('a name that begins a line of its own in what is copied', async () => {
    const { results, copied } = await start([]);
    results.show({
      title: '',
      hint: '',
      groups: [{ reason: 'No', items: [sampleItem(9, { name: 'A\tB\nC' })] }],
    });
    await results.copy();
    expect(copied).toEqual(['No\tA B C\tAsset 9\n']);
  });
});
