import type { Device } from './device.ts';
import type { ItemRecord } from './item-record.ts';
import type { Readings } from './readings.ts';
import type { ItemWishes } from './wishes.ts';

export interface UndecidedOptions {
  readonly items: ReadonlyMap<string, ItemRecord>;
  readonly readings: Readings;
  /** The next run, which has done nothing yet. */
  readonly device: Device;
  readonly now: number;
  readonly say: (violation: string) => void;
}

/**
 * A kill came before an answer: what was asked for is on the disk or not, as the next run finds it, and from now on that is what
 * counts. Left open: a wish that is not there may have been accepted and have cancelled, at once, one that still waited. Only
 * whoever saw the answer could tell; both ways of ending are allowed then.
 */
export function decideUndecided({ items, readings, device, now, say }: UndecidedOptions): void {
  const taken = new Set<object>();
  const left = new Set<object>();
  for (const [key, record] of items) {
    const { wishes } = record;
    const { newest } = wishes;
    if (!newest || !wishes.isUnsure) continue;
    const row = device.change(key);
    if (row === undefined) record.unreadSince = null;
    if (wishes.isDiscarding) {
      if (row) wishes.isDiscarding = false;
      else wishes.giveUp(now);
      continue;
    }
    const isThere = row?.wish === newest.wish && row.state !== 'refused';
    const isSame = isSameAgain(wishes);
    const isOpen = row === undefined && mayBeGone(key, record, readings);
    if (!isSame && !isOpen) (isThere ? taken : left).add(newest.batch);
    newest.isRoomSure = !isSame;
    if (isThere) newest.isAccepted = true;
    else if (isSame || !isOpen) wishes.withdraw();
  }
  for (const batch of taken) if (left.has(batch)) say('Half of what was wanted together was accepted');
}

/**
 * Whether nothing need be kept of an item: Roblox's last word on it is the newest wish; or it has never been changed here,
 * readings show it so, and the wish has only taken back one that was never sent.
 */
export function mayBeGone(key: string, { knowledge, wishes }: ItemRecord, readings: Readings): boolean {
  const { newest, replaced } = wishes;
  if (!newest || knowledge.isSettled(newest.wish)) return true;
  const isBack = replaced?.givenUpAt === null && replaced.wish !== newest.wish;
  if (knowledge.isOpen || knowledge.answered || !isBack) return false;
  const [accountId = 0, item = 0] = key.split('/').map(Number);
  return readings.haveShown(accountId, item, newest.wish);
}

/** Said again, of what still counted. */
export function isSameAgain({ beforeNewest, newest }: ItemWishes): boolean {
  if (!beforeNewest || beforeNewest.wish !== newest?.wish) return false;
  const { givenUpAt, mayGoAgain, refusedAt } = beforeNewest;
  return givenUpAt === null && (refusedAt === null || mayGoAgain);
}
