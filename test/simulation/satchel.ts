import type { Wish } from '../../shared/outbox.ts';
import { Device } from './device.ts';
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
}

/** One installed Satchel over all its runs: it is used, killed and started again on the same files. */
export class Satchel {
  readonly #options: SatchelOptions;
  readonly witness: Witness;
  device: Device;
  kills = 0;
  /** Changes whenever anything moves: while it does not, everybody waits for the clock. */
  moves = 0;
  #callsLeft: number | null = null;
  #inFlight = new Set<SimRequest>();

  constructor(options: SatchelOptions) {
    this.#options = options;
    this.witness = new Witness(options.name, options.tell);
    this.device = this.#start();
  }

  /** Wants items in or out. A kill before the answer leaves open whether that was accepted. */
  async want(accountId: number, wish: Wish, items: readonly number[]): Promise<void> {
    const { clock } = this.#options;
    const { device, witness } = this;
    const at = clock.elapsed();
    const refs = items.map((id) => ({ type: 'Asset' as const, id }));
    for (const item of items) witness.noteWish(accountId, item, wish, at);
    await device.outbox.accept(accountId, wish, refs);
    for (const item of items) witness.noteAccepted(accountId, item);
  }

  /** The next kill comes after so many calls of the library. */
  killAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  restart(): void {
    if (!this.device.isOver) this.device.end();
    this.witness.noteKilled(this.#options.clock.elapsed(), [...this.#inFlight]);
    this.kills += 1;
    this.device = this.#start();
  }

  /** Whether something goes on that waits neither for the clock nor for an answer. */
  get isBusy(): boolean {
    return !this.device.isOver && this.device.calls > this.#inFlight.size;
  }

  signIn(accountId: number): void {
    this.#options.roblox.signIn(accountId);
    this.device.sessions.hold(accountId, `session-${accountId}`);
    this.device.outbox.look();
  }

  #start(): Device {
    const { accountIds, clock, folder, network, random, roblox } = this.#options;
    this.#callsLeft = null;
    this.#inFlight = new Set();
    const isOver = () => device.isOver;
    const device: Device = new Device({
      folder,
      clock: clock.ofRun(isOver),
      random: random.next,
      transport: network.transport(() => device, this.witness, this.#inFlight),
      isOffline: () => network.isOffline,
      isKilled: () => {
        this.moves += 1;
        return this.#callsLeft !== null && this.#callsLeft-- <= 0;
      },
    });
    for (const accountId of accountIds)
      if (roblox.isSignedIn(accountId)) device.sessions.hold(accountId, `session-${accountId}`);
    return device;
  }
}
