import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LedgerEntry, LedgerRequest, ProblemRecord, RefreshRecord } from '../../../shared/activity.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import { mostSettledAtOnce, type OutboxChange } from '../../../shared/outbox.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

export const activityTabs = ['refreshes', 'problems', 'requests', 'outbox'] as const;
export type ActivityTab = (typeof activityTabs)[number];

/** What Satchel did and what went wrong, read again as it changes while somebody looks. */
export const useActivityStore = defineStore('activity', () => {
  const notices = useNoticeStore();
  const refreshes = shallowRef<readonly RefreshRecord[] | null>(null);
  const problems = shallowRef<readonly ProblemRecord[] | null>(null);
  const requests = shallowRef<readonly LedgerRequest[] | null>(null);
  const counts = shallowRef<readonly LedgerEntry[]>([]);
  const error = shallowRef<AppError | null>(null);
  const changes = shallowRef<readonly OutboxChange[] | null>(null);
  /** The one that is chosen, for as long as Satchel runs. */
  const tab = shallowRef<ActivityTab>('refreshes');
  /** The list somebody looks at; null while nobody does. */
  const shown = shallowRef<ActivityTab | null>(null);

  async function show(list: ActivityTab | null): Promise<void> {
    shown.value = list;
    if (list) await load[list]();
  }

  const load: Readonly<Record<ActivityTab, () => Promise<void>>> = {
    refreshes: reading(async () => {
      refreshes.value = await request('activity.refreshes', {});
    }),
    outbox: reading(async () => {
      changes.value = await request('outbox.list', {});
    }),
    problems: reading(async () => {
      problems.value = await request('activity.problems', {});
    }),
    requests: reading(async () => {
      [requests.value, counts.value] = await Promise.all([
        request('ledger.recent', {}),
        request('ledger.list', {}),
      ]);
    }),
  };

  /** Changes come in bursts, and a list may be long: whatever comes while it is read is read in one go. */
  function reading(read: () => Promise<void>): () => Promise<void> {
    return oneAtATime(async () => {
      try {
        await read();
        error.value = null;
      } catch (thrown) {
        error.value = toAppError(thrown);
      }
    });
  }

  /** Lets changes go again, or gives them up: those of each account in one go. */
  async function settle(verb: 'retry' | 'discard', those: readonly OutboxChange[]): Promise<void> {
    try {
      for (const [accountId, own] of Map.groupBy(those, (change) => change.accountId)) {
        const sequences = own.map(({ sequence }) => sequence);
        for (let at = 0; at < sequences.length; at += mostSettledAtOnce) {
          const part = sequences.slice(at, at + mostSettledAtOnce);
          changes.value = await request(`outbox.${verb}`, { accountId, sequences: part });
        }
      }
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function copy(list: ActivityTab): Promise<void> {
    try {
      await (list === 'outbox' ? request('outbox.copy', {}) : request('activity.copy', { list }));
      notices.show('good', say('activity.copied'));
    } catch {
      notices.show('problem', say('activity.copyFailed'));
    }
  }

  listen('activity.changed', ({ list }) => {
    if (list === shown.value) void load[list]();
  });

  listen('outbox.changed', () => {
    if (shown.value === 'outbox') void load.outbox();
  });

  return { tab, refreshes, problems, requests, counts, changes, error, show, load, settle, copy };
});
