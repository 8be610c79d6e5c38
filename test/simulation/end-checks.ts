import type { ModelRoblox } from './model-roblox.ts';
import type { Satchel } from './satchel.ts';
import { mostAttempts } from './failures.ts';

export interface EndOptions {
  readonly roblox: ModelRoblox;
  readonly accountIds: readonly number[];
  readonly tell: (violation: string) => void;
}

/**
 * In fair weather nothing may be left waiting, but what is poisoned, what was refused or parked for a reason, and what such an
 * item was to make room for.
 */
export function checkNobodyWaits({ device, witness }: Satchel, { tell }: EndOptions, but: number[]): void {
  const changes = device.changes();
  const itemOf = (key: string) => Number(key.split('/')[1]);
  const mayStay = (key: string) => but.includes(itemOf(key)) || changes.get(key)?.state === 'parked';
  for (const [key, { state, wish }] of changes) {
    const record = witness.items.get(key);
    if (state === 'parked') {
      if ((record?.failures.most ?? 0) < mostAttempts) tell(`${wish} ${key} was parked too early`);
    } else if (state !== 'refused' && !mayStay(key) && !record?.wishes.room.some(mayStay))
      tell(`${wish} ${key} is still ${state}`);
  }
}

/**
 * How it has to end: Roblox has what was wanted last, and the screen shows what Roblox has. Left open: which of several
 * parties that want the same item otherwise comes last at Roblox; but each of them must have had its way once.
 */
export function checkEnd({ device, witness }: Satchel, { accountIds, roblox, tell }: EndOptions): void {
  const changes = device.changes();
  for (const [key, { confirmedOrder, othersOrder, wishes }] of witness.items) {
    const [accountId = 0, item = 0] = key.split('/').map(Number);
    const { newest } = wishes;
    if (!newest || wishes.isUnsure || newest.givenUpAt !== null || changes.get(key)?.state === 'refused')
      continue;
    const isIn = roblox.items(accountId).has(item);
    if (isIn !== (newest.wish === 'in') && othersOrder <= confirmedOrder)
      tell(`${newest.wish} ${key} was accepted and lost`);
  }
  for (const accountId of accountIds) {
    const shown = device.shown(accountId).toSorted().join();
    const there = [...roblox.items(accountId)].toSorted().join();
    if (shown !== there) tell(`The screen shows ${shown} of ${accountId}, Roblox has ${there}`);
  }
}
