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
  /** The same before it decided: so it is still, where a kill came before that was on the disk. */
  #wasLost = false;
  /** It went out, and what came of it is not on the disk yet: the same said again meanwhile changes nothing. */
  isUnderWay = false;
  /** Since when what came of it is not on the disk, for want of room. */
  unwrittenSince: number | null = null;
  /** A request that has to go again with another token. */
  refusedToken: { readonly wish: Wish; readonly at: number; readonly sent: Sent } | null = null;
  /** Counts on with everything that happens at Roblox: when it last had the newest wish so, and when others had it otherwise. */
  confirmedOrder = 0;
  othersOrder = 0;

  /** Roblox has decided. */
  done(wish: Wish, at: number): void {
    this.knowledge.settle(wish, at);
    this.failures.done(at);
    this.#wasLost = this.isLost;
    this.isLost = false;
  }

  /** Whether what came of its last request is on the disk now. */
  noteWritten(isWritten: boolean, now: number): void {
    if (isWritten) {
      this.wishes.refuseAgain(this.unwrittenSince ?? now);
      this.unwrittenSince = null;
      this.isUnderWay = false;
    } else this.unwrittenSince ??= now;
  }

  /** The run ended at once: what came to it just now, or never came to the disk, the next one may not know. */
  endRun(now: number): void {
    const from = this.unwrittenSince ?? now;
    this.failures.endRun(from);
    this.knowledge.endRun(from);
    this.wishes.endRun(from);
    if (this.knowledge.isDoubtful) this.isLost ||= this.#wasLost;
    this.unwrittenSince = null;
    this.isUnderWay = false;
  }
}
