import { toAppError } from '../../shared/errors.ts';
import { RobloxClient, type ClientOptions } from '../roblox/client.ts';
import { thumbnails } from '../roblox/thumbnails.ts';
import { users } from '../roblox/users.ts';

// The account of Roblox itself: public, and always there.
const robloxName = 'Roblox';
const robloxFace = {
  requestId: 'AvatarHeadShot-1-150',
  targetId: 1,
  type: 'AvatarHeadShot',
  size: '150x150',
  format: 'Png',
  isCircular: false,
} as const;
const longestTryMs = 10_000;

/**
 * A cheap question that any answer will do for, asked in nobody's name. One host that is down is not all of Roblox:
 * the first attempt asks two before it gives up, later ones each in turn.
 */
export function reachability(
  options: Pick<ClientOptions, 'ledger' | 'version' | 'now' | 'isOffline' | 'connectionOf'>,
): (attempt: number) => Promise<void> {
  // A client of its own: a try waits behind no other request and uses up nobody's budget.
  const client = new RobloxClient({
    ...options,
    timeoutMs: longestTryMs,
    sessions: {
      read: () => Promise.resolve(undefined),
      rotate: () => Promise.resolve(),
      refuse: () => undefined,
    },
  });
  const nobody = { accountId: null };
  // Both are sent with POST, which is not repeated by itself.
  const askUsers = () => client.call(users.findByUsernames, { usernames: [robloxName] }, nobody);
  const askThumbnails = () => client.call(thumbnails.batch, { requests: [robloxFace] }, nobody);
  return async (attempt) => {
    if (attempt === 0) await answered(askUsers).catch(() => answered(askThumbnails));
    else await answered(attempt % 2 === 0 ? askUsers : askThumbnails);
  };
}

/** A refusal is an answer too, and so is one that cannot be read. Throws when there was none. */
async function answered(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (thrown) {
    const { code, facts } = toAppError(thrown);
    const isLost = code === 'unreachable' || code === 'timedOut' || code === 'workingOffline';
    if (isLost && facts.status === undefined) throw thrown;
  }
}
