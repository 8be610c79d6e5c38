import { onTestFinished } from 'vitest';
import { RunSessions } from '../../electron/accounts/run-sessions.ts';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import { RobloxClient, type ClientOptions } from '../../electron/roblox/client.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { Ledger } from '../../electron/roblox/ledger.ts';
import { readOrigin } from '../../electron/roblox/origin.ts';
import { startRobloxServer, type RobloxServer } from './roblox-server.ts';

export interface ClientAtServer {
  readonly client: RobloxClient;
  readonly server: RobloxServer;
  readonly sessions: RunSessions;
  readonly ledger: Ledger;
}

/** The real client over a socket to a server of the test's own; nobody is signed in until `sessions` say so. */
export async function clientAtServer(
  options: Partial<ClientOptions> = {},
  serverOptions: Partial<DemoRobloxOptions> = {},
): Promise<ClientAtServer> {
  const server = await startRobloxServer(serverOptions);
  onTestFinished(() => server.close());
  const sessions = new RunSessions();
  const ledger = new Ledger();
  const origin = readOrigin({ SATCHEL_ROBLOX_ORIGIN: server.origin });
  const client = new RobloxClient({
    sessions,
    ledger,
    version: '0.0.0-test',
    now: Date.now,
    isOffline: () => false,
    connectionOf: () => ({ name: 'server', origin, transport: (request) => fetch(request) }),
    retryDelayMs: () => 1,
    ...options,
  });
  return { client, server, sessions, ledger };
}

/** The same with the small account signed in, and an item of its own to change the profile collection with. */
export async function signedInAtServer(): Promise<
  ClientAtServer & { target: { itemType: 'Asset'; itemTargetId: number } }
> {
  const { userId } = smallAccount;
  const all = await clientAtServer();
  all.sessions.hold(userId, all.server.demo.sessionOf(userId) ?? '');
  const params = { userId, assetTypeId: 8 };
  const { data } = await all.client.call(inventory.getInventoryByType, params, { accountId: userId });
  return { ...all, target: { itemType: 'Asset', itemTargetId: data[0]?.assetId ?? 0 } };
}
