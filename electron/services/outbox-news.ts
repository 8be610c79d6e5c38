import type { OutboxChange } from '../../shared/outbox.ts';
import type { Emit } from './emit.ts';

// Whoever is told reads the whole outbox and the whole collection anew: of thousands of changes that takes its time.
const gatherMs = 500;

interface Burst {
  isChanged: boolean;
  refused: readonly OutboxChange[];
  timer: ReturnType<typeof setTimeout>;
}

/** Tells of an account's changes: of the first after a quiet time at once, and of a burst a few times a second. */
export class OutboxNews {
  readonly #emit: Emit;
  readonly #bursts = new Map<number, Burst>();

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** The account's changes are different now; `refused` are those Roblox has just refused. None of them is left out. */
  note(accountId: number, refused: readonly OutboxChange[]): void {
    const burst = this.#bursts.get(accountId);
    if (!burst) {
      this.#tell(accountId, refused);
      return;
    }
    burst.isChanged = true;
    burst.refused = [...burst.refused, ...refused];
  }

  close(): void {
    for (const { timer } of this.#bursts.values()) clearTimeout(timer);
    this.#bursts.clear();
  }

  #tell(accountId: number, refused: readonly OutboxChange[]): void {
    const timer = setTimeout(() => this.#goOn(accountId), gatherMs);
    this.#bursts.set(accountId, { isChanged: false, refused: [], timer });
    this.#emit('outbox.changed', { accountId, refused });
    this.#emit('profileCollection.changed', { accountId });
  }

  #goOn(accountId: number): void {
    const burst = this.#bursts.get(accountId);
    this.#bursts.delete(accountId);
    if (burst?.isChanged) this.#tell(accountId, burst.refused);
  }
}
