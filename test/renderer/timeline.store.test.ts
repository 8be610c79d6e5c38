// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useAlertStore } from '../../renderer/features/timeline/alert.store.ts';
import { rowsOf } from '../../renderer/features/timeline/timeline-rows.ts';
import { useTimelineStore } from '../../renderer/features/timeline/timeline.store.ts';
import { wordChange, wordCounts } from '../../renderer/features/timeline/timeline-words.ts';
import type { LossAlert, TimelineEntry, TimelineRefresh } from '../../shared/timeline.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const day = 24 * 60 * 60_000;

function entry(id: number): TimelineEntry {
  const item = { type: 'Asset', id, name: `Item ${id}`, assetType: 8, isDeleted: false } as const;
  return { id, item, change: { kind: 'gained', copies: 1, serials: [], others: 0 } };
}

function refresh(id: number, entries: readonly number[], at = 10 * day): TimelineRefresh {
  const counts = { lost: 0, gained: entries.length, moved: 0, repriced: 0 };
  return { id, accountId: 7, at, counts, entries: entries.map(entry) };
}

async function open() {
  let alerts: readonly LossAlert[] = [{ refreshId: 3, accountId: 7, at: 1, items: 2, names: ['Crown'] }];
  const asked: unknown[] = [];
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [sampleAccount()], scope: 7 }),
    'timeline.list': (input) => {
      asked.push(input);
      if (input.before) return { refreshes: [refresh(3, [3]), refresh(2, [4])], next: null };
      return { refreshes: [refresh(3, [1, 2])], next: { refreshId: 3, entryId: 2 } };
    },
    'timeline.alerts': () => alerts,
    'timeline.dismiss': ({ refreshId }) => (alerts = alerts.filter((one) => one.refreshId !== refreshId)),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const timeline = useTimelineStore();
  const loss = useAlertStore();
  await flushPromises();
  return { bridge, asked, timeline, loss };
}

describe('the timeline on screen', () => {
  it('a refresh cut by a page shown as two, or the end asked for again and again', async () => {
    const { asked, timeline } = await open();
    await timeline.loadMore();
    await timeline.loadMore();
    expect(asked).toHaveLength(2);
    const ids = timeline.refreshes.map(({ id, entries }) => [id, entries.map((one) => one.id)]);
    expect(ids).toEqual([
      [3, [1, 2, 3]],
      [2, [4]],
    ]);
  });

  it('a choice of kinds or words not asked for, or not taken back at once', async () => {
    const { asked, timeline } = await open();
    timeline.toggle('lost');
    timeline.search = 'crown';
    await flushPromises();
    expect(asked.at(-1)).toMatchObject({ scope: 7, kinds: ['lost'], search: 'crown', before: null });
    timeline.showAll();
    await flushPromises();
    expect(asked.at(-1)).toMatchObject({ kinds: ['lost', 'gained', 'moved', 'repriced'], search: '' });
  });

  it('news that move the rows under somebody who reads', async () => {
    const { asked, bridge, timeline } = await open();
    bridge.emit('timeline.changed', { accountId: 7 });
    await flushPromises();
    expect(asked).toHaveLength(1);
    expect(timeline.hasNews).toBe(true);
    await timeline.load();
    expect(timeline.hasNews).toBe(false);
  });

  it('an alert that stays after it was dismissed', async () => {
    const { loss } = await open();
    expect(loss.items).toBe(2);
    if (loss.newest) await loss.dismiss(loss.newest);
    expect(loss.newest).toBeNull();
  });

  it('days without a heading, or one for every refresh', () => {
    const rows = rowsOf([refresh(3, [1]), refresh(2, [2]), refresh(1, [3], 8 * day)]);
    expect(rows.map(({ kind }) => kind)).toEqual(
      'day refresh entry refresh entry day refresh entry'.split(' '),
    );
  });
});

describe('what happened, in words', () => {
  it.each([
    [{ kind: 'lost', copies: 1, serials: [], others: 0 } as const, 'Lost'],
    [{ kind: 'lost', copies: 2, serials: [14, 902], others: 1 } as const, '2 copies lost: #14, #902, 1 left'],
    [{ kind: 'gained', copies: 1, serials: [7], others: 3 } as const, '1 copy gained: #7'],
    [{ kind: 'moved', from: ['Created'], to: ['My games'] } as const, 'Moved from Created to My games'],
    [
      { kind: 'repriced', isAverage: true, from: 1200, to: 950 } as const,
      'Recent average price 1,200 → 950 Robux',
    ],
  ])('not said as it is', (change, words) => {
    expect(wordChange(change)).toBe(words);
  });

  it('the serial numbers of a thousand copies filling the window', () => {
    const serials = Array.from({ length: 20 }, (_, index) => index + 1);
    const change = { kind: 'gained', copies: 1000, serials, others: 0 } as const;
    expect(wordChange(change)).toBe('1,000 copies gained: #1, #2, #3, #4, #5, #6 and 994 more');
    expect(wordCounts(refresh(1, [1, 2]))).toBe('2 gained');
  });
});
