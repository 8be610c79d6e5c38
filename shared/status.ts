import type { StorageProblem } from './storage.ts';

/** `offline` is the person's own switch; `unreachable` is what Satchel's own requests found. */
export type Connectivity = 'online' | 'offline' | 'unreachable';

export interface ConnectivityState {
  readonly connectivity: Connectivity;
  /** Epoch milliseconds since when Roblox cannot be reached: only with `unreachable`. */
  readonly since?: number;
}

export interface AppStatus extends ConnectivityState {
  readonly version: string;
  readonly platform: string;
  readonly storage: readonly StorageProblem[];
  /** Names of damaged files that were set aside in this run; empty ones took their place. */
  readonly filesSetAside: readonly string[];
}
