import { toAppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { OutboxChange, Wish } from '../../../shared/outbox.ts';
import type { DueChange } from '../../library/outbox/change-rows.ts';
import type { Outcome } from '../../library/outbox/sendings.ts';
import type { RemoteLibrary } from '../../library/remote-library.ts';
import type { RobloxClient } from '../../roblox/client.ts';
import type { Clock } from '../../roblox/clock.ts';
import { outboxText } from './outbox-text.ts';
import { readCollection, sendChange } from './profile-wire.ts';
import { Replay } from './replay.ts';

export interface ProfileOutboxOptions {
  readonly library: Pick<RemoteLibrary, 'outbox' | 'sendings' | 'profileItems' | 'profileSteps'>;
  readonly client: RobloxClient;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Throws for an account whose collection Satchel may not change at all, with a session or without. */
  readonly requireChangeable: (accountId: number) => void;
  /** Whether requests of the account are worth sending now. */
  readonly isOpen: (accountId: number) => boolean;
  /** There is something else to undo now. */
  readonly onStep: () => void;
  /** The account's changes are different now; `refused` are those Roblox has just refused. */
  readonly onChanged: (accountId: number, refused: readonly OutboxChange[]) => void;
}

/** The outbox as the app uses it: accepts changes at once, and brings them to Roblox when it can. */
export class ProfileOutbox {
  readonly #options: ProfileOutboxOptions;
  readonly #replay: Replay;

  constructor(options: ProfileOutboxOptions) {
    this.#options = options;
    const { client, clock, library, random, isOpen } = options;
    this.#replay = new Replay({
      ...{ sendings: library.sendings, clock, random, isOpen },
      send: ({ accountId, wish, item }) => sendChange(client, accountId, wish, item),
      readCollection: async (accountId) => {
        const askedAt = clock.now();
        const items = await readCollection(client, accountId, { priority: () => 'near' });
        await library.profileItems.save(accountId, items, askedAt, clock.now());
      },
      onSettled: (change, outcome) => this.#tell(change, outcome),
    });
  }

  /** Goes on with what earlier runs accepted. */
  start(): void {
    this.#replay.start();
  }

  /**
   * Accepts changes; they are on the disk when this has answered. Gives how many the account now waits for. With `into` they are
   * a part of that step, the last one.
   */
  async accept(
    accountId: number,
    wish: Wish,
    items: readonly ItemRef[],
    into: number | null = null,
  ): Promise<number> {
    this.#options.requireChangeable(accountId);
    const { library, clock } = this.#options;
    const waiting = await library.profileSteps.accept(accountId, wish, items, clock.now(), into);
    this.#noteStep(accountId);
    return waiting;
  }

  /** The same of items that go out so that others have room. */
  async swap(accountId: number, out: readonly ItemRef[], wanted: readonly ItemRef[]): Promise<number> {
    this.#options.requireChangeable(accountId);
    const { library, clock } = this.#options;
    const waiting = await library.profileSteps.swap(accountId, out, wanted, clock.now());
    this.#noteStep(accountId);
    return waiting;
  }

  /** A step was undone or redone: the account's changes are others now. */
  stepTaken(accountId: number): void {
    this.#wake(accountId);
  }

  async retry(accountId: number, sequences: readonly number[]): Promise<readonly OutboxChange[]> {
    await this.#options.library.outbox.retry(accountId, sequences);
    this.#wake(accountId);
    return this.list();
  }

  async discard(accountId: number, sequences: readonly number[]): Promise<readonly OutboxChange[]> {
    const { library, clock } = this.#options;
    await library.outbox.discard(accountId, sequences, clock.now());
    this.#wake(accountId);
    return this.list();
  }

  list(): Promise<readonly OutboxChange[]> {
    return this.#options.library.outbox.list();
  }

  pending(accountId: number): Promise<number> {
    return this.#options.library.outbox.pending(accountId);
  }

  async text(): Promise<string> {
    return outboxText(await this.list());
  }

  /** Gives up all changes of an account that leaves, and their steps. */
  async giveUp(accountId: number): Promise<void> {
    const { library, onChanged, onStep } = this.#options;
    this.#replay.forget(accountId);
    await library.profileSteps.giveUp(accountId);
    onChanged(accountId, []);
    onStep();
  }

  /** Somebody signed in, or went online. */
  look(): void {
    this.#replay.look();
  }

  /** Roblox can be reached again. */
  comeBack(): void {
    this.#replay.comeBack();
  }

  close(): void {
    this.#replay.close();
  }

  #noteStep(accountId: number): void {
    this.#wake(accountId);
    this.#options.onStep();
  }

  #wake(accountId: number): void {
    this.#options.onChanged(accountId, []);
    this.#replay.wake(accountId);
  }

  #tell(change: DueChange, outcome: Outcome): void {
    const { library, onChanged } = this.#options;
    if (outcome.kind !== 'refused') {
      onChanged(change.accountId, []);
      return;
    }
    // Named as it is kept: and not told of at all when something newer was wanted meanwhile.
    library.outbox.find(change.sequence).then(
      (kept) => onChanged(change.accountId, kept?.state === 'refused' ? [kept] : []),
      (thrown: unknown) => void toAppError(thrown),
    );
  }
}
