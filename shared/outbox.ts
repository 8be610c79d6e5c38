import type { ErrorData } from './errors.ts';
import type { ItemRef } from './items.ts';

/** Where a person wants an item: in an account's profile collection, or out of it. */
export type Wish = 'in' | 'out';

/**
 * `waiting` for its turn, `sending` now, `unknown` when it was sent and no answer came, `parked` after Roblox failed too
 * often, `refused` by Roblox for good. The last two stay until the person retries or discards them.
 */
export type ChangeState = 'waiting' | 'sending' | 'unknown' | 'parked' | 'refused';

/** A change of a profile collection that has not come to Roblox, or was refused there. */
export interface OutboxChange {
  /** The place among all changes ever accepted. */
  readonly sequence: number;
  readonly accountId: number;
  readonly item: ItemRef;
  readonly name: string;
  readonly wish: Wish;
  readonly state: ChangeState;
  /** Epoch milliseconds. */
  readonly acceptedAt: number;
  /** How often Roblox answered without deciding. */
  readonly attempts: number;
  /** Why it is not done yet, or was refused: Roblox's own reason where it gave one. */
  readonly error: ErrorData | null;
}

/** How many changes of an account are retried or discarded in one go at most. */
export const mostSettledAtOnce = 10_000;

/** Whether Roblox is still to hear of a change. */
export function isOnItsWay({ state }: Pick<OutboxChange, 'state'>): boolean {
  return state !== 'refused';
}

/** Whether a change goes no further until the person retries or discards it. */
export function isStuck({ state }: Pick<OutboxChange, 'state'>): boolean {
  return state === 'parked' || state === 'refused';
}
