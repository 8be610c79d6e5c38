import type { ModelRoblox } from './model-roblox.ts';
import type { Satchel } from './satchel.ts';

export interface EndOptions {
  readonly roblox: ModelRoblox;
  readonly accountIds: readonly number[];
  readonly tell: (violation: string) => void;
}

/** In fair weather nothing may be left waiting, but what is poisoned, and what was refused or parked for a reason. */
export function checkNobodyWaits({ device, witness }: Satchel, { tell }: EndOptions, but: number[]): void {
  for (const row of device.rows('SELECT * FROM outbox_change')) {
    const item = Number(row['item_id']);
    const words = `${String(row['wish'])} ${Number(row['account_id'])}/${item}`;
    if (row['state'] === 'parked') {
      if (witness.failuresOf(Number(row['account_id']), item) < 8) tell(`${words} was parked too early`);
    } else if (row['state'] === 'refused') {
      if (!witness.wasRefused(Number(row['account_id']), item, String(row['wish'])))
        tell(`${words} was refused by nobody`);
    } else if (!but.includes(item)) tell(`${words} is still ${String(row['state'])}`);
  }
}

/** How it has to end: Roblox has what was wanted last, and the screen shows what Roblox has. */
export function checkEnd({ device, witness }: Satchel, { accountIds, roblox, tell }: EndOptions): void {
  const refused = new Set(
    device
      .rows(`SELECT account_id, item_id FROM outbox_change WHERE state = 'refused'`)
      .map((row) => `${Number(row['account_id'])}/${Number(row['item_id'])}`),
  );
  for (const [key, wishes] of witness.wishes) {
    const [accountId = 0, item = 0] = key.split('/').map(Number);
    const isIn = roblox.items(accountId).has(item);
    const mayBeSo = wishes.isTouched || wishes.isUnsure || wishes.isGivenUp || refused.has(key);
    if (!mayBeSo && wishes.newest !== null && isIn !== (wishes.newest === 'in'))
      tell(`${wishes.newest} ${key} was accepted and lost`);
  }
  for (const accountId of accountIds) {
    const shown = device.shown(accountId).toSorted().join();
    const there = [...roblox.items(accountId)].toSorted().join();
    if (shown !== there) tell(`The screen shows ${shown} of ${accountId}, Roblox has ${there}`);
  }
}
