import type { ErrorCode } from '../../../shared/errors.ts';
import type { ColumnTrouble, OwnershipCell, OwnershipFacts } from '../../../shared/ownership.ts';

/** What Roblox answered about one item of one account. Times in epoch milliseconds. */
export interface KnownAnswer {
  readonly isOwned: boolean;
  /** null where the answer was no more than yes or no. */
  readonly instanceIds: readonly number[] | null;
  readonly at: number;
}

/** What the lists of an account that were refreshed say of an item. */
export interface ListedItem {
  /** 0 where the lists that would have it do not. */
  readonly copies: number;
  readonly at: number;
  /** Whether those lists are all that could have it: otherwise Roblox's word about the item itself is better. */
  readonly isCertain: boolean;
}

export interface KnownOfCell {
  readonly answer: KnownAnswer | null;
  readonly listed: ListedItem | null;
  readonly failure: { readonly code: ErrorCode; readonly at: number } | null;
  /** What keeps the account as a whole from being asked. */
  readonly trouble: ColumnTrouble | null;
}

/** What a cell shows: the newest of what is known, whatever went wrong since; and what went wrong. */
export function judgeCell(known: KnownOfCell): OwnershipCell & Pick<OwnershipFacts, 'source'> {
  const { answer, listed, failure, trouble } = known;
  const isListNewer = listed && (!answer || (listed.isCertain && listed.at > answer.at));
  const source = isListNewer ? 'lists' : answer ? 'answer' : null;
  const at = (isListNewer ? listed.at : answer?.at) ?? null;
  const isOwned = isListNewer ? listed.copies > 0 : (answer?.isOwned ?? false);
  const code = failure && failure.at >= (at ?? 0) ? failure.code : null;
  if (source !== null) {
    const copies = isOwned ? Math.max(1, copiesOf(known, source)) : 0;
    return { state: isOwned ? 'owned' : 'notOwned', at, copies, code, source };
  }
  const nothing = { at: null, copies: 0, source } as const;
  if (failure) return { ...nothing, state: 'failed', code };
  if (trouble?.code === 'inventoryHidden') return { ...nothing, state: 'hidden', code: trouble.code };
  return { ...nothing, state: 'unknown', code: null };
}

/** The same without where it is from. */
export function cellOf(known: KnownOfCell): OwnershipCell {
  const { state, at, copies, code } = judgeCell(known);
  return { state, at, copies, code };
}

function copiesOf({ answer, listed }: KnownOfCell, source: 'answer' | 'lists'): number {
  if (source === 'answer' && answer?.instanceIds) return answer.instanceIds.length;
  return listed?.copies ?? 0;
}

/** What a round of questions still has to ask. Times in epoch milliseconds. */
export interface Round {
  readonly startedAt: number;
  /** What is known since then is not asked again. */
  readonly freshSince: number;
}

/** Whether Roblox is to be asked about a cell. */
export function isOpen({ answer, listed, failure, trouble }: KnownOfCell, round: Round): boolean {
  if (trouble && trouble.at >= round.startedAt) return false;
  if (answer && answer.at >= round.freshSince) return false;
  if (listed?.isCertain && listed.at >= round.freshSince) return false;
  if (!failure) return true;
  return failure.at < (isAboutItem(failure.code) ? round.freshSince : round.startedAt);
}

const aboutItem: ReadonlySet<ErrorCode> = new Set([
  'itemTypeUnknown',
  'assetNotFound',
  'bundleNotFound',
  'gamePassNotFound',
  'badgeNotFound',
]);

/** Whether a refusal is about the item itself, whoever is asked about: as much of an answer as any. */
export function isAboutItem(code: ErrorCode): boolean {
  return aboutItem.has(code);
}
