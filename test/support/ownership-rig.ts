import { onTestFinished } from 'vitest';
import { RunSessions } from '../../electron/accounts/run-sessions.ts';
import { generateAccount, type DemoAccount } from '../../electron/demo/account.ts';
import { firstUserId } from '../../electron/demo/ids.ts';
import { Library } from '../../electron/library/library.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { RobloxClient } from '../../electron/roblox/client.ts';
import { Ledger } from '../../electron/roblox/ledger.ts';
import { readOrigin } from '../../electron/roblox/origin.ts';
import { OwnershipEngine } from '../../electron/sync/ownership/ownership-engine.ts';
import { AppError } from '../../shared/errors.ts';
import type { Ownership, OwnershipProgress } from '../../shared/ownership.ts';
import { addAccount } from './accounts.ts';
import { temporaryFolder } from './library-folder.ts';
import { startRobloxServer } from './roblox-server.ts';
import { VirtualClock } from './virtual-clock.ts';

const userIds = [1, 2, 3, 4, 5].map((number) => firstUserId + 500 + number);

/** Five players of one catalogue: two that can sign in, two that are followed, and one whose inventory is hidden. */
export const players: readonly DemoAccount[] = userIds.map((userId, place) =>
  generateAccount({
    ...{ userId, name: `player_${place}`, seed: 90 + place, itemCount: 400, collectibleCount: 60 },
    ...{ isHidden: place === 4, hasSession: place < 2 },
  }),
);

/** The engine over real SQLite and real HTTP, with limits, on a clock that goes on when nobody is asking. */
export async function startOwnership(
  options: { accounts?: readonly DemoAccount[]; signedIn?: readonly number[]; limitFactor?: number } = {},
) {
  const { accounts = players, signedIn = userIds.slice(0, 2), limitFactor = 1 } = options;
  const clock = new VirtualClock();
  const server = await startRobloxServer({
    ...{ accounts, now: clock.now, areLimitsEnforced: true, limitFactor },
  });
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const traffic = { inFlight: 0, refused: 0, offences: [] as string[], closed: new Map<string, number>() };
  const world = {
    isOffline: false,
    hidden: [] as number[],
    /** What was told last. */
    last: null as OwnershipProgress | null,
  };

  const transport = async (request: Request) => {
    const path = new URL(request.url).pathname;
    const owner = Number(/users\/(\d+)\//.exec(path)?.[1]);
    const budget = `${path.endsWith('is-owned')} ${signedIn.includes(owner) ? owner : 'signed out'}`;
    if ((traffic.closed.get(budget) ?? 0) > clock.now()) traffic.offences.push(path);
    traffic.inFlight += 1;
    try {
      const response = await fetch(request);
      if (response.status === 429) {
        traffic.refused += 1;
        const seconds = Number(response.headers.get('retry-after') ?? 0);
        traffic.closed.set(budget, clock.now() + seconds * 1000);
      }
      return response;
    } finally {
      traffic.inFlight -= 1;
    }
  };

  /** Another run of Satchel on the same files. */
  const start = () => {
    const files = new Library(folder, () => undefined);
    if (files.accounts.read().accounts.length === 0)
      for (const { userId } of accounts) addAccount(files, userId);
    const library = inThisThread(files);
    const sessions = new RunSessions();
    for (const userId of signedIn) sessions.hold(userId, server.demo.sessionOf(userId) ?? '');
    const client = new RobloxClient({
      ...{ sessions, ledger: new Ledger(), version: '0.0.0-test', now: clock.now, clock },
      isOffline: () => world.isOffline,
      budgets: library.rateBudgets,
      connectionOf: () => ({
        name: 'server',
        origin: readOrigin({ SATCHEL_ROBLOX_ORIGIN: server.origin }),
        transport,
      }),
      retryDelayMs: () => 1,
    });
    const engine = new OwnershipEngine({
      ...{ library, client, now: clock.now },
      accounts: { list: () => files.accounts.read().accounts },
      onChanged: ({ progress }) => (world.last = progress),
      onHidden: (accountId) => world.hidden.push(accountId),
    });
    let isOpen = true;
    const close = async () => {
      if (!isOpen) return;
      isOpen = false;
      await engine.close();
      files.close();
    };
    onTestFinished(close);
    return { library, files, engine, sessions, close };
  };

  /** Time passes whenever nobody waits for an answer, until asking stands as wanted. */
  async function until(
    engine: OwnershipEngine,
    isReached: (progress: OwnershipProgress) => boolean,
  ): Promise<OwnershipProgress> {
    for (let turns = 0; turns < 1_000_000; turns += 1) {
      const progress = await engine.state();
      if (isReached(progress)) return progress;
      await new Promise((resolve) => setImmediate(resolve));
      if (traffic.inFlight === 0) clock.skip();
    }
    throw new AppError('unexpected', 'It never came to that');
  }

  return { clock, server, traffic, world, start, until, userIds, folder };
}

export function isDone({ phase }: OwnershipProgress): boolean {
  return phase.kind === 'done';
}

/** All that is shown, of these accounts. */
export function readSheet({ files }: { files: Library }): Ownership {
  const ids = files.accounts.read().accounts.map(({ id }) => id);
  for (;;) {
    const sheet = files.ownershipSheet.tryRead(ids);
    if (sheet) return sheet;
  }
}

/** Asks about a pasted list until all of it is answered; `prepare` may switch faults on before. */
export async function askAbout(
  text: string,
  prepare?: (rig: Awaited<ReturnType<typeof startOwnership>>) => void,
) {
  const rig = await startOwnership({ limitFactor: 100 });
  const run = rig.start();
  await run.library.ownershipList.paste(text, true);
  prepare?.(rig);
  await run.engine.start(false);
  const progress = await rig.until(run.engine, isDone);
  const { rows, columns } = readSheet(run);
  const cells = (userId: number) => columns.find(({ accountId }) => accountId === userId)?.cells ?? [];
  const trouble = (userId: number) => columns.find(({ accountId }) => accountId === userId)?.trouble ?? null;
  const requests = (match: RegExp) => rig.server.requestsTo(match).length;
  return { ...rig, run, progress, rows, columns, cells, trouble, requests };
}

/** An item of the first player in several copies, and one that nobody has. */
export function ownedAndForeign(): { readonly owned: number; readonly foreign: number } {
  const [first] = players;
  const { collectibles } = first?.inventory ?? { collectibles: [] };
  const owned = collectibles
    .flatMap((number) => first?.inventory.copy(number).asset.id ?? [])
    .find((id) => (first?.inventory.copiesOf(id).length ?? 0) > 1);
  if (!first || owned === undefined) throw new Error('The first player has something twice');
  return { owned, foreign: first.catalogue.assetId(8, 770_001) };
}
