import type { ItemRef } from '../../../shared/items.ts';
import type { Wish } from '../../../shared/outbox.ts';
import type { StepPart, Touched, UndoLog } from '../undo-log.ts';
import type { Outbox } from './outbox.ts';

/** A step as the undo log keeps it: what was wanted otherwise before. */
interface ProfileChange {
  readonly accountId: number;
  readonly wish: Wish;
  readonly items: readonly ItemRef[];
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

  /** As `Outbox.accept`, with a step for what is wanted otherwise by it. Gives how many changes the account now waits for. */
  accept(accountId: number, wish: Wish, items: readonly ItemRef[], at: number): number {
    return this.#outbox.inOneGo(() => {
      const isChanged = (item: ItemRef) => this.#outbox.wanted(accountId, item) !== wish;
      const { changed = [], same = [] } = Object.groupBy(items, (item) =>
        isChanged(item) ? 'changed' : 'same',
      );
      // What was wanted already leaves no step, but goes again where it was parked.
      if (same.length > 0) this.#outbox.accept(accountId, wish, same, at);
      if (changed.length > 0) {
        const change: ProfileChange = {
          accountId,
          wish,
          items: changed.map(({ type, id }) => ({ type, id })),
        };
        const kind = wish === 'in' ? 'addToProfile' : 'removeFromProfile';
        const name = { kind, count: changed.length, accountId } as const;
        this.#undo.carryOut('profile', () => ({ name, change: JSON.stringify(change) }));
      }
      return this.#outbox.pending(accountId);
    });
  }

  apply(_stepId: number, text: string, direction: 'undo' | 'redo'): Touched {
    const { accountId, wish, items } = JSON.parse(text) as ProfileChange;
    this.#outbox.accept(accountId, direction === 'redo' ? wish : opposite[wish], items, this.#now());
    return { collections: [], accounts: [accountId] };
  }

  /** Gives up the changes of an account that leaves, and the steps: nobody could take them back any more. */
  giveUp(accountId: number): void {
    this.#outbox.inOneGo(() => {
      this.#outbox.giveUp(accountId);
      this.#undo.forget('profile', accountId);
    });
  }
}
