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
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** What Satchel did and what went wrong, read again as it changes while somebody looks. */
export const useActivityStore = defineStore('activity', () => {
  const notices = useNoticeStore();
  const refreshes = shallowRef<readonly RefreshRecord[] | null>(null);
  const problems = shallowRef<readonly ProblemRecord[] | null>(null);
  const requests = shallowRef<readonly LedgerRequest[] | null>(null);
  const counts = shallowRef<readonly LedgerEntry[]>([]);
  const error = shallowRef<AppError | null>(null);
  /** The list somebody looks at; null while nobody does. */
  const shown = shallowRef<ActivityList | null>(null);

  async function show(list: ActivityList | null): Promise<void> {
    shown.value = list;
    if (list) await load(list);
  }

  async function load(list: ActivityList): Promise<void> {
    try {
      if (list === 'refreshes') refreshes.value = await request('activity.refreshes', {});
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

  async function copy(list: ActivityList): Promise<void> {
    try {
      await request('activity.copy', { list });
      notices.show('good', say('activity.copied'));
    } catch {
      notices.show('problem', say('activity.copyFailed'));
    }
  }

  listen('activity.changed', ({ list }) => {
    if (list === shown.value) void load(list);
  });

  return { refreshes, problems, requests, counts, error, show, load, copy };
});
