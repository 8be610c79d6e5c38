import { toAppError, type AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Wish } from '../../../shared/outbox.ts';

/** What one attempt to send a change came to, before anything is waited for. */
export type Verdict =
  | {
      readonly kind: 'done' | 'refused' | 'failed' | 'unanswered' | 'stopped';
      readonly error: AppError | null;
    }
  | { readonly kind: 'closed'; readonly error: AppError; readonly retryAt: number | null };

// Nothing was sent, or Roblox let nobody in: it says nothing of the item.
const stopping: ReadonlySet<ErrorCode> = new Set([
  'workingOffline',
  'accountArchived',
  'accountUnknown',
  'sessionEnded',
  'sessionRefused',
  'signInNeeded',
  'challengeRequired',
  'keychainUnavailable',
  'keychainEntryMissing',
  'keychainEntryDamaged',
]);

const refusedWith: ReadonlySet<number> = new Set([4, 5, 6, 9]);
const alreadySo: Readonly<Record<Wish, ErrorCode>> = { in: 'alreadyInCollection', out: 'notInCollection' };

/**
 * What Roblox's answer to a change means. "Already in" and "not in" say that it is done. What was perhaps sent and not
 * answered in a readable form is `unanswered`: nobody knows what became of it.
 */
export function judge(wish: Wish, thrown: unknown): Verdict {
  const error = toAppError(thrown);
  const { code, facts } = error;
  const { status, robloxCode } = facts;
  if (code === alreadySo[wish]) return { kind: 'done', error };
  if (code === 'rateLimited') return { kind: 'closed', error, retryAt: facts.retryAt ?? null };
  if (stopping.has(code) || status === 401) return { kind: 'stopped', error };
  if (code === 'idNotSafe' || code === 'inputInvalid') return { kind: 'refused', error };
  if (status === undefined || status < 300) return { kind: 'unanswered', error };
  const isRefused = status === 400 || (status === 403 && refusedWith.has(robloxCode ?? -1));
  return { kind: isRefused ? 'refused' : 'failed', error };
}
