import type { Wish } from '../../shared/outbox.ts';
import { Failures } from './failures.ts';
import { ItemKnowledge } from './item-knowledge.ts';
import { ItemWishes, type Uttered } from './wishes.ts';

/** A request as it went out. */
export interface Sent {
  readonly at: number;
  /** What it carries out; undefined when nobody wants that. */
  readonly uttered: Uttered | undefined;
  /** Whether an earlier one was open. */
  readonly wasOpen: boolean;
  /** Which sign-in of the account it belongs to. */
  readonly signIn: number;
  /** It went out before, with a token that was refused. */
  readonly isResent: boolean;
}

/** All that one witness knows of one item of one account. */
export class ItemRecord {
  readonly wishes = new ItemWishes();
  readonly knowledge = new ItemKnowledge();
  readonly failures = new Failures();
  /** Since when the outcome of a request is unknown and the collection was not read; null when it need not be. */
  unreadSince: number | null = null;
  /** A request was lost since Roblox last decided. */
  isLost = false;
  /** A request that has to go again with another token. */
  refusedToken: { readonly wish: Wish; readonly at: number; readonly sent: Sent } | null = null;
  /** Counts on with everything that happens at Roblox: when it last had the newest wish so, and when others had it otherwise. */
  confirmedOrder = 0;
  othersOrder = 0;
}
