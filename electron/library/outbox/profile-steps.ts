import type { ItemRef } from '../../../shared/items.ts';
import type { Wish } from '../../../shared/outbox.ts';
import type { StepName } from '../../../shared/undo.ts';
import type { StepPart, Touched, UndoLog } from '../undo-log.ts';
import type { Outbox } from './outbox.ts';

/** A step as the undo log keeps it: what was wanted otherwise before. */
interface ProfileChange {
  readonly accountId: number;
  readonly wish: Wish;
  readonly items: readonly ItemRef[];
  /** Of a swap, whose wish is `in`: what goes out for them, before. */
  readonly swappedFor?: readonly ItemRef[];
}

const opposite: Readonly<Record<Wish, Wish>> = { in: 'out', out: 'in' };

/**
 * Changes of the profile collections as steps that can be undone. To undo one is to want the opposite: what still waits is
 * cancelled, what has reached Roblox is sent again the other way round.
 */
export class ProfileSteps implements StepPart {
  readonly #outbox: Outbox;
  readonly #undo: UndoLog;
  readonly #now: () => number;

  constructor(outbox: Outbox, undo: UndoLog, now: () => number) {
    this.#outbox = outbox;
    this.#undo = undo;
    this.#now = now;
    undo.register('profile', this);
  }

  /**
   * As `Outbox.accept`, with a step for what is wanted otherwise by it, or as a part of the step `into`. Gives how many changes
   * the account now waits for.
   */
  accept(
    accountId: number,
    wish: Wish,
    items: readonly ItemRef[],
    at: number,
    into: number | null = null,
  ): number {
    return this.#outbox.inOneGo(() => {
      const changed = this.#leavingSame(accountId, wish, items, at);
      if (changed.length > 0) {
        const kind = wish === 'in' ? 'addToProfile' : 'removeFromProfile';
        const name = { kind, count: changed.length, accountId } as const;
        this.#carryOut(name, { accountId, wish, items: changed }, into);
      }
      return this.#outbox.pending(accountId);
    });
  }

  /** As `Outbox.swap`, with one step for both. */
  swap(accountId: number, out: readonly ItemRef[], wanted: readonly ItemRef[], at: number): number {
    return this.#outbox.inOneGo(() => {
      const swappedFor = this.#leavingSame(accountId, 'out', out, at);
      const items = this.#leavingSame(accountId, 'in', wanted, at);
      const name = { kind: 'swapInProfile', count: items.length, out: swappedFor.length, accountId } as const;
      if (items.length + swappedFor.length > 0)
        this.#carryOut(name, { accountId, wish: 'in', items, swappedFor });
      // What was already on its way out makes room as well.
      this.#outbox.makeRoom(accountId, out, wanted);
      return this.#outbox.pending(accountId);
    });
  }

  apply(_stepId: number, text: string, direction: 'undo' | 'redo'): Touched {
    const { accountId, wish, items, swappedFor } = JSON.parse(text) as ProfileChange;
    const at = this.#now();
    if (!swappedFor) this.#outbox.accept(accountId, direction === 'redo' ? wish : opposite[wish], items, at);
    else if (direction === 'redo') this.#outbox.swap(accountId, swappedFor, items, at);
    else this.#outbox.swap(accountId, items, swappedFor, at);
    return { collections: [], accounts: [accountId] };
  }

  join(_stepId: number, _partId: number, change: string, part: string): string {
    const [whole, { items }] = [JSON.parse(change), JSON.parse(part)] as [ProfileChange, ProfileChange];
    return JSON.stringify({ ...whole, items: [...whole.items, ...items] });
  }

  /** Gives up the changes of an account that leaves, and the steps: nobody could take them back any more. */
  giveUp(accountId: number): void {
    this.#outbox.inOneGo(() => {
      this.#outbox.giveUp(accountId);
      this.#undo.forget('profile', accountId);
    });
  }

  /** Which of these are wanted otherwise now. The others leave no step, but go again where they were parked. */
  #leavingSame(accountId: number, wish: Wish, items: readonly ItemRef[], at: number): readonly ItemRef[] {
    const isSame = (item: ItemRef) => this.#outbox.wanted(accountId, item) === wish;
    const same = items.filter(isSame);
    const changed = items.filter((item) => !isSame(item));
    if (same.length > 0) this.#outbox.accept(accountId, wish, same, at);
    return changed.map(({ type, id }) => ({ type, id }));
  }

  #carryOut(name: StepName, change: ProfileChange, into: number | null = null): void {
    this.#undo.carryOut('profile', () => ({ name, change: JSON.stringify(change) }), into);
  }
}
