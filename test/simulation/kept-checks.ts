import type { Wish } from '../../shared/outbox.ts';
import type { Device, KeptChange } from './device.ts';
import type { ItemRecord } from './item-record.ts';
import { mayBeGone } from './undecided.ts';
import type { Witness } from './witness.ts';

// As long as a reading that says otherwise may be an old one.
const shownForMs = 60_000;

/** Looks at what a device keeps and shows, in the middle of everything. */
export interface KeptCheck {
  readonly device: Device;
  readonly witness: Witness;
  readonly accountIds: readonly number[];
  readonly now: number;
  readonly tell: (violation: string) => void;
}

/**
 * Every accepted wish is there until Roblox has answered it, and the screen shows it. Left open: a wish nobody got an answer
 * to, and one that was given up.
 */
export function checkKept(check: KeptCheck): void {
  const { accountIds, device, witness } = check;
  if (device.isOver) return;
  const shown = new Map(accountIds.map((accountId) => [accountId, new Set(device.shown(accountId))]));
  const changes = device.changes();
  for (const [key, record] of witness.items) {
    const { newest } = record.wishes;
    if (!newest || record.wishes.isUnsure || newest.givenUpAt !== null) continue;
    const [accountId = 0, item = 0] = key.split('/').map(Number);
    checkOne(check, key, record, changes.get(key), shown.get(accountId)?.has(item) ?? false);
  }
}

function checkOne(
  check: KeptCheck,
  key: string,
  record: ItemRecord,
  row: KeptChange | undefined,
  isShown: boolean,
): void {
  const { tell, witness } = check;
  const { newest } = record.wishes;
  if (!newest) return;
  if (row === undefined) {
    if (!mayBeGone(key, record, witness.readings)) tell(`${newest.wish} ${key} was accepted and is not kept`);
    else if (isSurelyShown(check, record, newest.wish) && isShown !== (newest.wish === 'in'))
      tell(`Roblox answered ${newest.wish} for ${key}, and the screen shows otherwise`);
  } else if (row.state === 'refused') {
    if (newest.refusedAt === null) tell(`${newest.wish} ${key} was refused by nobody`);
  } else {
    if (row.wish !== newest.wish) tell(`${newest.wish} ${key} is kept as ${row.wish}`);
    if (isShown !== (newest.wish === 'in'))
      tell(`${newest.wish} ${key} waits, and the screen shows otherwise`);
  }
}

/**
 * Roblox has just said so: no reading may take it back on screen. Left open: after that minute a reading that lags cannot be
 * told from a new one; a clock set forward makes a minute of any time; and what others changed meanwhile may be shown.
 */
function isSurelyShown({ now, witness }: KeptCheck, record: ItemRecord, wish: Wish): boolean {
  const { answered, isDoubtful } = record.knowledge;
  if (answered?.wish !== wish || isDoubtful || record.othersOrder > record.confirmedOrder) return false;
  return now - answered.at < shownForMs && witness.clockForwardAt < answered.at;
}
