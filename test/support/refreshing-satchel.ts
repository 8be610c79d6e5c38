import { expect } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { Services } from '../../electron/services.ts';
import type { RefreshPhase } from '../../shared/refreshing.ts';
import { startSatchel, type Satchel } from './services.ts';

const userId = smallAccount.userId;

/** Satchel following accounts, of which nothing is read yet. */
export async function following(ids: readonly number[] = [userId], isSignedIn = false): Promise<Satchel> {
  const satchel = await startSatchel({
    roblox: { limitFactor: 100 },
    session: (server) => (isSignedIn ? server.demo.sessionOf(userId) : undefined),
  });
  for (const id of ids) if (!isSignedIn || id !== userId) await satchel.services.following.follow(String(id));
  satchel.server.clear();
  return satchel;
}

export function phaseOf(services: Services, accountId = userId): RefreshPhase['kind'] | undefined {
  return services.engine.state().accounts.find((one) => one.accountId === accountId)?.phase.kind;
}

export async function reached(
  services: Services,
  kind: RefreshPhase['kind'],
  accountId = userId,
): Promise<void> {
  await expect.poll(() => phaseOf(services, accountId), { timeout: 30_000 }).toBe(kind);
}

export function shown(services: Services, accountId = userId) {
  const account = services.engine.state().accounts.find((one) => one.accountId === accountId);
  if (!account) throw new Error('Nothing is shown of the account');
  return account;
}
