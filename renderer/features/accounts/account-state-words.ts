import {
  Archive,
  Ban,
  CircleCheck,
  CircleDashed,
  Clock,
  CloudOff,
  EyeOff,
  Hourglass,
  KeyRound,
  LockKeyhole,
  RefreshCw,
  UserX,
} from '@lucide/vue';
import type { Component } from 'vue';
import { formatAge, formatWait } from '../../format.ts';
import { say } from '../../i18n.ts';
import type { AccountState } from './account-state.ts';

export interface StateWords {
  readonly icon: Component;
  readonly words: string;
  /** Emphasis only: the words say it all. */
  readonly tone: 'quiet' | 'good' | 'warning';
}

const icons: Readonly<Record<AccountState['kind'], Component>> = {
  archived: Archive,
  gone: UserX,
  banned: Ban,
  signInAgain: KeyRound,
  opening: LockKeyhole,
  offline: CloudOff,
  rateLimited: Hourglass,
  refreshing: RefreshCw,
  hidden: EyeOff,
  neverFetched: CircleDashed,
  stale: Clock,
  fresh: CircleCheck,
};

/** A state as an icon and words. `now` in epoch milliseconds. */
export function wordState(state: AccountState, now: number): StateWords {
  return { icon: icons[state.kind], words: wordsOf(state, now), tone: toneOf(state) };
}

function wordsOf(state: AccountState, now: number): string {
  switch (state.kind) {
    case 'offline':
      if (state.refreshedAt === null) return say('accounts.state.offline');
      return say('accounts.state.offlineSince', { age: formatAge(state.refreshedAt, now) });
    case 'rateLimited':
      return say('accounts.state.rateLimited', { wait: formatWait(state.until - now) });
    case 'stale':
      if (state.refreshedAt === null) return say('accounts.state.staleUnknown');
      return say('accounts.state.stale', { age: formatAge(state.refreshedAt, now) });
    case 'archived':
    case 'gone':
    case 'banned':
    case 'signInAgain':
    case 'opening':
    case 'refreshing':
    case 'hidden':
    case 'neverFetched':
    case 'fresh':
      return say(`accounts.state.${state.kind}`);
  }
}

function toneOf({ kind }: AccountState): StateWords['tone'] {
  if (kind === 'signInAgain' || kind === 'rateLimited') return 'warning';
  return kind === 'fresh' ? 'good' : 'quiet';
}
