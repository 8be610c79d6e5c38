import type { Origin } from './origin.ts';

/** Sends one HTTP request: over the network, or to the demo in this process. */
export type Transport = (request: Request) => Promise<Response>;

/** Where an account's requests go and how they travel. */
export interface Connection {
  /** Tells budgets apart: what one server allows says nothing about another. */
  readonly name: string;
  readonly origin: Origin;
  readonly transport: Transport;
}

/** The sessions the client may use. A session never leaves main, and only goes to Roblox's own services. */
export interface Sessions {
  /** The session of an account, undefined when it has none. */
  read(accountId: number): Promise<string | undefined>;
  /** Takes the value Roblox rotated a session to. */
  replace(accountId: number, session: string): Promise<void>;
}
