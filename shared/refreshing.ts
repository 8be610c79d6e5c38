import type { ErrorCode, ErrorData } from './errors.ts';

/** How it stands with the refresh of everything an account has. Times in epoch milliseconds. */
export type RefreshPhase =
  /** `offline`: it goes on by itself when Roblox can be reached again. */
  | { readonly kind: 'idle' | 'running' | 'paused' | 'offline' }
  /** Roblox takes none of the requests that are left before then. */
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'done'; readonly at: number }
  /** It stopped where it was; asked for again, it goes on from there. */
  | { readonly kind: 'failed'; readonly error: ErrorData };

/** One list of an account: a category's key, `categories`, `collectibles` or `profileCollection`. */
export interface RefreshSubject {
  readonly subject: string;
  /** Roblox's name of a category; null for what Satchel has words of its own for. */
  readonly name: string | null;
}

/** A list that is being read. */
export interface ReadSubject extends RefreshSubject {
  readonly received: number;
  /** When its next request may go out; null when it is under way. */
  readonly waitsUntil: number | null;
}

/** A list that could not be read. What was saved of it is still shown. */
export interface FailedSubject extends RefreshSubject {
  readonly code: ErrorCode;
  /** Roblox does not give it out, to nobody or not to this account: asking again would not help. */
  readonly isRefused: boolean;
  /** When what is kept of it was complete, in epoch milliseconds; null when nothing is. */
  readonly savedAt: number | null;
}

export interface AccountRefresh {
  readonly accountId: number;
  readonly phase: RefreshPhase;
  /** Lists dealt with, those that failed among them. */
  readonly subjectsDone: number;
  /** 0 until Roblox has said which there are. */
  readonly subjectsTotal: number;
  readonly reading: readonly ReadSubject[];
  /** Rows that have arrived so far. */
  readonly received: number;
  readonly failures: readonly FailedSubject[];
}

/** The accounts that are being refreshed, or were since Satchel began. */
export interface RefreshProgress {
  readonly accounts: readonly AccountRefresh[];
}

export interface RefreshOutcome {
  /** False when the cache was fresh enough and Roblox was not asked. */
  readonly wasNeeded: boolean;
  /** In scope `all`: the accounts that failed while at least one did not. */
  readonly failures?: readonly AccountFailure[];
}

/** Why one account of several could not be refreshed. */
export interface AccountFailure {
  readonly accountId: number;
  readonly error: ErrorData;
}
