import type { ErrorCode } from '../../shared/errors.ts';
import type { Origin } from './origin.ts';

/** Sends one HTTP request: over the network, or to the demo in this process. */
export type Transport = (request: Request) => Promise<Response>;

/** Where an account's requests go and how they travel. */
export interface Connection {
  /** Tells budgets apart: what one server allows says nothing about another. */
  readonly name: string;
  readonly origin: Origin;
  readonly transport: Transport;
  /** What the ledger calls the host where no request leaves this computer. */
  readonly hostName?: string;
}

/** A session in use. The value never leaves main, and only goes to Roblox's own services. */
export interface Session {
  readonly value: string;
  /** Counts sign-ins: what comes back from a request made in an earlier one says nothing about this one. */
  readonly signIn: number;
}

/** A session that is nobody's yet, sent to find out whose it is. Takes the value Roblox rotates it to. */
export interface LentSession {
  value: string;
}

/** The sessions the client may use. */
export interface Sessions {
  /** The session of an account, undefined when it has none. Throws why one it had can be used no more. */
  read(accountId: number): Promise<Session | undefined>;
  /** Takes the value Roblox rotated a session to. Settles when the new value is safe. */
  rotate(accountId: number, used: Session, value: string): Promise<void>;
  /** Roblox accepts the session no more; with `challengeRequired`, for no change. */
  refuse(accountId: number, used: Session, reason: ErrorCode): void;
}
