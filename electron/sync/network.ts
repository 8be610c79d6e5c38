import type { ConnectivityState } from '../../shared/status.ts';
import type { Connection } from '../roblox/connection.ts';
import type { Ledger } from '../roblox/ledger.ts';
import type { Origin } from '../roblox/origin.ts';
import { Connectivity } from './connectivity.ts';
import { reachability } from './reachability.ts';

export interface NetworkOptions {
  readonly origin: Origin;
  readonly ledger: Ledger;
  readonly version: string;
  readonly onConnectivity: (state: ConnectivityState) => void;
}

export interface Network {
  readonly connectivity: Connectivity;
  /** The way to Roblox; what becomes of requests on it tells whether Roblox can be reached. */
  readonly connection: Connection;
}

/** The network, watched. Nothing is sent until somebody asks. */
export function openNetwork({ origin, ledger, version, onConnectivity }: NetworkOptions): Network {
  const transport = (request: Request) => fetch(request);
  const direct: Connection = { name: 'network', origin, transport };
  const connectivity: Connectivity = new Connectivity({
    onChanged: onConnectivity,
    now: Date.now,
    // Around the watch: a try may go out when nothing else may.
    tryRoblox: reachability({
      ledger,
      version,
      now: Date.now,
      isOffline: () => connectivity.isOffline,
      connectionOf: () => direct,
    }),
  });
  return { connectivity, connection: { ...direct, transport: connectivity.watched(transport) } };
}
