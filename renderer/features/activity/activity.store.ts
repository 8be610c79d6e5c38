import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
  ActivityList,
  LedgerEntry,
  LedgerRequest,
  ProblemRecord,
  RefreshRecord,
} from '../../../shared/activity.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { OutboxChange } from '../../../shared/outbox.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** A tab of Activity. */
export type ShownList = ActivityList | 'outbox';

/** What Satchel did and what went wrong, read again as it changes while somebody looks. */
export const useActivityStore = defineStore('activity', () => {
  const notices = useNoticeStore();
  const refreshes = shallowRef<readonly RefreshRecord[] | null>(null);
  const problems = shallowRef<readonly ProblemRecord[] | null>(null);
  const requests = shallowRef<readonly LedgerRequest[] | null>(null);
  const counts = shallowRef<readonly LedgerEntry[]>([]);
  const error = shallowRef<AppError | null>(null);
  const changes = shallowRef<readonly OutboxChange[] | null>(null);
  /** The list somebody looks at; null while nobody does. */
  const shown = shallowRef<ShownList | null>(null);

  async function show(list: ShownList | null): Promise<void> {
    shown.value = list;
    if (list) await load(list);
  }

  async function load(list: ShownList): Promise<void> {
    try {
      if (list === 'refreshes') refreshes.value = await request('activity.refreshes', {});
      if (list === 'outbox') changes.value = await request('outbox.list', {});
      if (list === 'problems') problems.value = await request('activity.problems', {});
      if (list === 'requests') {
        [requests.value, counts.value] = await Promise.all([
          request('ledger.recent', {}),
          request('ledger.list', {}),
        ]);
      }
      error.value = null;
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  /** Lets a change go again, or gives it up. */
  async function settle(verb: 'retry' | 'discard', { accountId, sequence }: OutboxChange): Promise<void> {
    try {
      changes.value = await request(`outbox.${verb}`, { accountId, sequences: [sequence] });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function copy(list: ShownList): Promise<void> {
    try {
      await (list === 'outbox' ? request('outbox.copy', {}) : request('activity.copy', { list }));
      notices.show('good', say('activity.copied'));
    } catch {
      notices.show('problem', say('activity.copyFailed'));
    }
  }

  listen('activity.changed', ({ list }) => {
    if (list === shown.value) void load(list);
  });

  listen('outbox.changed', () => {
    if (shown.value === 'outbox') void load('outbox');
  });

  return { refreshes, problems, requests, counts, changes, error, show, load, settle, copy };
});
