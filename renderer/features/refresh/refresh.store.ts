import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { Scope } from '../../../shared/accounts.ts';
import type { AccountRefresh, RefreshProgress } from '../../../shared/refreshing.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** How far the refreshes of everything have come, account by account, and what can be done about them. */
export const useRefreshStore = defineStore('refresh', () => {
  const notices = useNoticeStore();
  const accounts = shallowRef<readonly AccountRefresh[]>([]);
  const underWay = computed(() => accounts.value.filter(isUnderWay));
  const paused = computed(() => accounts.value.filter(({ phase }) => phase.kind === 'paused'));
  /** What somebody should look at although nothing is going on. */
  const troubled = computed(() => accounts.value.filter(hasTrouble));

  function take(progress: RefreshProgress): void {
    accounts.value = progress.accounts;
  }

  async function carryOut(asked: Promise<RefreshProgress>): Promise<void> {
    try {
      take(await asked);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  const load = () => carryOut(request('refresh.state', {}));
  const start = (scope: Scope) => carryOut(request('refresh.start', { scope }));
  const pause = (scope: Scope) => carryOut(request('refresh.pause', { scope }));
  const resume = (scope: Scope) => carryOut(request('refresh.resume', { scope }));
  const cancel = (scope: Scope) => carryOut(request('refresh.cancel', { scope }));

  listen('refresh.changed', take);
  useMenuCommand('refreshEverything', () => void start('all'));
  void load();

  return { accounts, underWay, paused, troubled, start, pause, resume, cancel };
});

function isUnderWay({ phase }: AccountRefresh): boolean {
  return phase.kind === 'running' || phase.kind === 'waiting' || phase.kind === 'offline';
}

function hasTrouble({ phase, failures }: AccountRefresh): boolean {
  return phase.kind === 'failed' || (phase.kind === 'done' && failures.some(({ isRefused }) => !isRefused));
}
