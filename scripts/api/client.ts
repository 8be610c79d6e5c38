import packageFile from '../../package.json' with { type: 'json' };
import { AppError } from '../../shared/errors.ts';
import { RunSessions } from '../../electron/accounts/run-sessions.ts';
import { Demo } from '../../electron/demo/demo.ts';
import { RobloxClient, type CallOptions } from '../../electron/roblox/client.ts';
import { Ledger } from '../../electron/roblox/ledger.ts';
import { readOrigin, type Origin } from '../../electron/roblox/origin.ts';

export interface ApiClient {
  readonly client: RobloxClient;
  readonly origin: Origin;
  readonly options: CallOptions;
  readonly hasSession: boolean;
}

/**
 * The app's own client for one call. A session comes from the demo (its first account unless told otherwise), or from
 * SATCHEL_SESSION when Roblox is stood in for by a server on this computer. Throws `idNotSafe` and `inputInvalid`.
 */
export async function createApiClient(wanted: {
  isDemo: boolean;
  account: string | undefined;
}): Promise<ApiClient> {
  const origin = readOrigin(process.env);
  const sessions = new RunSessions();
  const demo = new Demo();
  const connection = wanted.isDemo
    ? demo.connection
    : { name: 'network', origin, transport: (request: Request) => fetch(request) };
  const client = new RobloxClient({
    sessions,
    ledger: new Ledger(),
    version: packageFile.version,
    now: Date.now,
    isOffline: () => false,
    connectionOf: () => connection,
  });
  const demoAccounts = wanted.isDemo ? await demo.open((id, session) => sessions.hold(id, session)) : [];
  const accountId =
    wanted.account === undefined ? (demoAccounts[0]?.id ?? null) : readAccount(wanted.account);
  const lent = wanted.isDemo || !origin.isStandIn ? undefined : process.env['SATCHEL_SESSION'];
  return {
    client,
    origin: connection.origin,
    options: { accountId, ...(lent ? { session: { value: lent } } : {}) },
    hasSession: lent !== undefined || (accountId !== null && sessions.has(accountId)),
  };
}

function readAccount(text: string): number {
  const id = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id))
    throw new AppError('idNotSafe', `Not an account id: ${text}`);
  return id;
}
