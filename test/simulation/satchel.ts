import type { KeptBudget } from '../../electron/roblox/rates.ts';
import type { Wish } from '../../shared/outbox.ts';
import { asAsset, Device } from './device.ts';
import type { ModelRoblox } from './model-roblox.ts';
import type { Random } from './random.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimNetwork } from './sim-network.ts';
import type { SimRequest } from './sim-requests.ts';
import { Witness } from './witness.ts';

export interface SatchelOptions {
  readonly name: string;
  readonly folder: string;
  readonly clock: SimClock;
  readonly random: Random;
  readonly network: SimNetwork;
  readonly roblox: ModelRoblox;
  readonly accountIds: readonly number[];
  readonly tell: (violation: string) => void;
  /** Whether a step of a sending cannot be written now. */
  readonly isDiskFull: () => boolean;
}

/** One installed Satchel over all its runs: it is used, killed and started again on the same files. */
export class Satchel {
  readonly name: string;
  readonly #options: SatchelOptions;
  readonly witness: Witness;
  device: Device;
  kills = 0;
  #callsLeft: number | null = null;
  #inFlight = new Set<SimRequest>();
  /** What was learned of the endpoints, as cache.db keeps it. */
  readonly #budgets = new Map<string, KeptBudget>();

  constructor(options: SatchelOptions) {
    this.#options = options;
    this.name = options.name;
    this.witness = new Witness(options.name, options.tell);
    this.device = this.#start();
  }

  /** Wants items in or out. A kill before the answer leaves open whether that was accepted. */
  async want(accountId: number, wish: Wish, items: readonly number[]): Promise<void> {
    const { clock } = this.#options;
    const { device, witness } = this;
    const at = clock.elapsed();
    const uttered = items.map((item) => ({
      item,
      uttered: witness.noteWish(accountId, item, wish, at, items),
    }));
    await device.outbox.accept(accountId, wish, items.map(asAsset));
    for (const { item, uttered: one } of uttered) witness.noteAccepted(accountId, item, one);
  }

  /** Wants items in, and others out to make room for them. */
  async swap(accountId: number, out: readonly number[], wanted: readonly number[]): Promise<void> {
    const at = this.#options.clock.elapsed();
    const { device, witness } = this;
    const batch = {};
    const room = out.map((item) => `${accountId}/${item}`);
    const uttered = [
      ...out.map((item) => ({ item, uttered: witness.noteWish(accountId, item, 'out', at, batch) })),
      ...wanted.map((item) => ({ item, uttered: witness.noteWish(accountId, item, 'in', at, batch, room) })),
    ];
    await device.outbox.swap(accountId, out.map(asAsset), wanted.map(asAsset));
    for (const { item, uttered: one } of uttered) witness.noteAccepted(accountId, item, one);
  }

  /** The next kill comes after so many calls of the library. */
  killAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  restart(): void {
    const { accountIds, clock } = this.#options;
    const ended = this.device;
    ended.end();
    this.witness.noteKilled(clock.elapsed(), [...this.#inFlight]);
    this.kills += 1;
    this.device = this.#start();
    // The account book keeps for what reason somebody has to sign in.
    for (const accountId of accountIds)
      if (ended.sessions.problemOf(accountId) === 'challengeRequired')
        this.device.sessions.challenge(accountId);
    this.witness.noteStarted(this.device, clock.elapsed());
  }

  /** Whether something goes on that waits neither for the clock nor for an answer. */
  get isBusy(): boolean {
    return !this.device.isOver && this.device.calls > this.#inFlight.size;
  }

  signIn(accountId: number): void {
    this.#options.roblox.signIn(accountId);
    this.witness.noteSignIn(accountId);
    this.device.sessions.hold(accountId, `session-${accountId}`);
    this.device.outbox.look();
  }

  #start(): Device {
    const { accountIds, clock, folder, isDiskFull, network, random, roblox } = this.#options;
    this.#callsLeft = null;
    this.#inFlight = new Set();
    const isOver = () => device.isOver;
    const device: Device = new Device({
      folder,
      clock: clock.ofRun(isOver),
      random: random.next,
      transport: network.transport(() => device, this.witness, this.#inFlight),
      isOffline: () => network.isOffline,
      budgets: {
        load: () => {
          this.witness.windows.lookUp('reads');
          return Promise.resolve([...this.#budgets.values()]);
        },
        save: (budgets) => {
          for (const budget of budgets) if (!isOver()) this.#budgets.set(budget.key, budget);
          return Promise.resolve();
        },
      },
      isDiskFull,
      onWritten: (accountId, item, isWritten) =>
        this.witness.noteWritten(accountId, item, isWritten, clock.elapsed()),
      onPauseLookedUp: (accountId) => this.witness.windows.lookUp({ accountId }),
      isKilled: () => this.#callsLeft !== null && this.#callsLeft-- <= 0,
    });
    for (const accountId of accountIds)
      if (roblox.isSignedIn(accountId)) device.sessions.hold(accountId, `session-${accountId}`);
    return device;
  }
}
