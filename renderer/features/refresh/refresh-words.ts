import type { AccountRefresh, RefreshSubject } from '../../../shared/refreshing.ts';
import { formatAge, formatNumber, formatWait } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';

/** How it stands with an account's refresh, in a few words. `now` in epoch milliseconds. */
export function wordPhase({ phase, subjectsDone, subjectsTotal }: AccountRefresh, now: number): string {
  switch (phase.kind) {
    case 'running':
      return subjectsTotal === 0
        ? say('refreshing.beginning')
        : say('refreshing.runningOf', {
            done: formatNumber(subjectsDone),
            total: formatNumber(subjectsTotal),
          });
    case 'waiting':
      return say('refreshing.waiting', { wait: formatWait(phase.until - now) });
    case 'offline':
      return say('refreshing.offline');
    case 'paused':
      return say('refreshing.paused');
    case 'failed':
      return sayError(phase.error.code).title;
    case 'done':
      return say('refreshing.done', { age: formatAge(phase.at, now) });
    case 'idle':
      return say('refreshing.idle');
  }
}

const ownWords = ['categories', 'collectibles', 'profileCollection'] as const;

/** What a list is called on screen. */
export function wordSubject({ subject, name }: RefreshSubject): string {
  const own = ownWords.find((one) => one === subject);
  if (own) return say(`refreshing.subjects.${own}`);
  return subject.startsWith('favorites/')
    ? say('refreshing.favourite', { name: name ?? subject })
    : (name ?? subject);
}

/** How many lists there is something the matter with that may go better another time; null for none. */
export function wordUnread({ failures }: AccountRefresh): string | null {
  const count = failures.filter(({ isRefused }) => !isRefused).length;
  return count === 0 ? null : say('refreshing.unread', { number: formatNumber(count) }, count);
}
