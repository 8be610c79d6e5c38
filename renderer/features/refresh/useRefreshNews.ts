import { shallowRef, watch, type ShallowRef } from 'vue';
import type { AccountRefresh } from '../../../shared/refreshing.ts';
import { say, sayError } from '../../i18n.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { wordUnread } from './refresh-words.ts';
import { useRefreshStore } from './refresh.store.ts';

/** What is worth saying aloud of the refreshes: that one began, ended or was held up. Never its pages. */
export function useRefreshNews(): Readonly<ShallowRef<string>> {
  const refresh = useRefreshStore();
  const accounts = useAccountStore();
  const news = shallowRef('');
  watch(
    () => refresh.accounts,
    (after, before) => {
      const known = new Map(before.map(({ accountId, phase }) => [accountId, phase.kind]));
      const said = after.flatMap((one) => {
        const account = accounts.find(one.accountId);
        const was = known.get(one.accountId);
        if (!account || was === one.phase.kind) return [];
        // The news of a wait that is over is the end of the refresh.
        if (one.phase.kind === 'running' && (was === 'waiting' || was === 'offline')) return [];
        return sentenceFor(one, accountName(account)) ?? [];
      });
      if (said.length > 0) news.value = said.join(' ');
    },
  );
  return news;
}

function sentenceFor(refresh: AccountRefresh, name: string): string | null {
  const { phase } = refresh;
  const problems = wordUnread(refresh);
  switch (phase.kind) {
    case 'running':
      return say('refreshing.news.begun', { name });
    case 'waiting':
      return say('refreshing.news.waiting', { name });
    case 'offline':
      return say('refreshing.news.offline', { name });
    case 'failed':
      return say('refreshing.news.stopped', { name, reason: sayError(phase.error.code).title });
    case 'done':
      return problems
        ? say('refreshing.news.endedPartly', { name, problems })
        : say('refreshing.news.ended', { name });
    case 'idle':
    case 'paused':
      return null;
  }
}
