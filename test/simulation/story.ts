import type { Wish } from '../../shared/outbox.ts';
import type { Device } from './device.ts';
import { checkEnd, checkNobodyWaits } from './end-checks.ts';
import { checkKept } from './kept-checks.ts';
import type { ModelRoblox } from './model-roblox.ts';
import type { Random } from './random.ts';
import type { Satchel } from './satchel.ts';
import type { SimClock } from './sim-clock.ts';
import { poison, type SimNetwork } from './sim-network.ts';

export interface StoryOptions {
  readonly satchels: readonly Satchel[];
  readonly random: Random;
  readonly clock: SimClock;
  readonly network: SimNetwork;
  readonly roblox: ModelRoblox;
  readonly accountIds: readonly number[];
  readonly tell: (violation: string) => void;
  readonly trace: string[];
  /** Whether people swap items as well. */
  readonly hasSwaps: boolean;
}

const itemIds = [1, 2, 3, 4, 5, poison, 7, 8, 9, 10];
const tenYearsMs = 10 * 365 * 24 * 3_600_000;
const restMs = 45 * 60_000;
const hourMs = 60 * 60_000;

/** What happens: a while of everything at once, then fair weather until all is settled, and what has to be true then. */
export class Story {
  readonly #options: StoryOptions;
  /** Some stories are about few items, of which much is wanted. */
  readonly #pool: readonly number[];

  constructor(options: StoryOptions) {
    this.#options = options;
    const { random } = options;
    const size = random.pick([1, 2, 4, 10]);
    const first = random.below(itemIds.length);
    this.#pool = itemIds.filter((_id, index) => (index - first + itemIds.length) % itemIds.length < size);
  }

  async live(): Promise<void> {
    const { clock, network, random, satchels } = this.#options;
    const events = 3 + random.below(11);
    for (let event = 0; event < events; event += 1) {
      await this.#goOn(clock.elapsed() + random.below(random.isHit(0.2) ? 400_000 : 4000));
      this.#happen(random.pick(satchels));
      await this.#settle();
      for (const satchel of satchels) if (satchel.device.isOver) satchel.restart();
      this.#checkKept();
    }
    if (random.isHit(0.3)) this.#setClock();
    network.weather = 'poisoned';
    await this.#clearUp();
    // What was under way in the storm still ends as it was going to.
    await this.#goOn(clock.elapsed() + 120_000);
    await this.#clearUp();
    await this.#goOn(clock.elapsed() + restMs);
    for (const satchel of satchels) checkNobodyWaits(satchel, this.#options, [poison]);
    network.weather = 'calm';
    for (const satchel of satchels) await this.#retryAll(satchel);
    await this.#goOn(clock.elapsed() + restMs);
    for (const satchel of satchels) checkNobodyWaits(satchel, this.#options, []);
    await this.#readAll();
    await this.#goOn(clock.elapsed() + 120_000);
    await this.#readAll();
    this.#checkKept();
    for (const satchel of satchels) checkEnd(satchel, this.#options);
    await this.#checkRestart();
  }

  #happen(satchel: Satchel): void {
    const { accountIds, clock, network, random, roblox, satchels, trace } = this.#options;
    const accountId = random.pick(accountIds);
    const { device } = satchel;
    const roll = random.next();
    trace.push(`${clock.elapsed()} event ${Math.floor(roll * 100)}`);
    if (roll < 0.5) {
      this.#want(satchel, accountId);
      if (random.isHit(0.15)) satchel.killAfter(random.below(12));
    } else if (roll < 0.6) satchel.killAfter(random.below(10));
    else if (roll < 0.66) this.#restart(satchel);
    else if (roll < 0.72) void device.refresh(accountId);
    else if (roll < 0.77) roblox.changeElsewhere(accountId, random.pick(this.#pool), random.below(3));
    else if (roll < 0.83) this.#setOffline(!network.isOffline);
    else if (roll < 0.87) this.#setClock();
    else if (roll < 0.92) for (const other of satchels) other.signIn(accountId);
    else if (roll < 0.95) void this.#discardOne(satchel, accountId);
    else if (roll < 0.98) void this.#retryOne(satchel, accountId);
    else roblox.rotateToken(accountId);
  }

  #want(satchel: Satchel, accountId: number): void {
    const { hasSwaps, random } = this.#options;
    const items = [...new Set(Array.from({ length: 1 + random.below(4) }, () => random.pick(this.#pool)))];
    if (hasSwaps && items.length > 1 && random.isHit(0.5)) {
      const count = 1 + random.below(items.length - 1);
      void satchel.swap(accountId, items.slice(0, count), items.slice(count));
      return;
    }
    const wish: Wish = random.isHit(0.6) ? 'in' : 'out';
    void satchel.want(accountId, wish, items);
  }

  /** Satchel is started again, perhaps under another clock, and somebody looks at the collections. */
  #restart(satchel: Satchel): void {
    const { accountIds, random } = this.#options;
    if (random.isHit(0.5)) this.#setClock();
    satchel.restart();
    if (random.isHit(0.5)) for (const accountId of accountIds) void satchel.device.refresh(accountId);
  }

  async #discardOne({ device, witness }: Satchel, accountId: number): Promise<void> {
    const row = [...device.changes().values()].find((change) => change.account_id === accountId);
    if (!row) return;
    // Until the answer is there nobody can rely on it.
    witness.noteDiscarding(accountId, row.item_id);
    await device.outbox.discard(accountId, [row.sequence]);
    witness.noteDiscarded(accountId, row.item_id, this.#options.clock.elapsed());
  }

  async #retryOne({ device, witness }: Satchel, accountId: number): Promise<void> {
    const own = [...device.changes().values()].filter((change) => change.account_id === accountId);
    // What is on its way is left alone.
    const row = own.findLast(({ state }) => state !== 'sending');
    if (!row) return;
    witness.noteRetrying(accountId, row.item_id);
    await device.outbox.retry(accountId, [row.sequence]);
    witness.noteRetried(accountId, row.item_id);
  }

  #checkKept(): void {
    const { accountIds, clock, satchels, tell } = this.#options;
    for (const { device, name, witness } of satchels) {
      const say = (violation: string) => tell(`${name}: ${violation}`);
      checkKept({ device, witness, accountIds, now: clock.elapsed(), tell: say });
    }
  }

  #setClock(): void {
    const { clock, random, satchels } = this.#options;
    const offset = random.pick([-tenYearsMs, 0, tenYearsMs]);
    clock.setOff(offset);
    for (const { witness } of satchels) witness.noteClockSet(offset, clock.elapsed());
  }

  #setOffline(isOffline: boolean): void {
    const { network, satchels } = this.#options;
    network.isOffline = isOffline;
    if (isOffline) return;
    for (const { device, witness } of satchels) {
      witness.noteComeBack();
      device.outbox.comeBack();
    }
  }

  /** The network is there, everybody is signed in, and nothing new goes wrong. */
  async #clearUp(): Promise<void> {
    const { accountIds, satchels } = this.#options;
    await this.#settle();
    for (const satchel of satchels) if (satchel.device.isOver) satchel.restart();
    for (const satchel of satchels) satchel.killAfter(Number.POSITIVE_INFINITY);
    for (const satchel of satchels) for (const accountId of accountIds) satchel.signIn(accountId);
    this.#setOffline(false);
  }

  async #retryAll({ device, witness }: Satchel): Promise<void> {
    for (const { account_id: accountId, item_id: item, sequence, state } of device.changes().values()) {
      if (state === 'refused') continue;
      witness.noteRetrying(accountId, item);
      await device.outbox.retry(accountId, [sequence]);
      witness.noteRetried(accountId, item);
    }
  }

  /**
   * Until readings have caught up with all that was changed elsewhere. A run that begins under a clock set back cannot know how
   * much of a closed time has passed, and waits it out anew: an hour at most.
   */
  async #readAll(): Promise<void> {
    const { accountIds, clock, satchels, tell } = this.#options;
    for (const { device } of satchels) {
      for (const accountId of accountIds) {
        if (await this.#read(device, accountId)) continue;
        await this.#goOn(clock.elapsed() + hourMs);
        if (!(await this.#read(device, accountId))) tell(`The collection of ${accountId} cannot be read`);
      }
    }
  }

  async #read(device: Device, accountId: number): Promise<boolean> {
    const read = device.refresh(accountId);
    await this.#goOn(this.#options.clock.elapsed() + 1000);
    return read;
  }

  async #checkRestart(): Promise<void> {
    const { clock, satchels, tell, trace } = this.#options;
    for (const satchel of satchels) {
      this.#checkKept();
      const before = satchel.device.snapshot();
      const length = trace.length;
      satchel.restart();
      await this.#goOn(clock.elapsed() + restMs);
      if (satchel.device.snapshot() !== before) tell('A restart changed what is kept');
      if (trace.length !== length) tell(`A restart sent something: ${trace.slice(length).join('; ')}`);
    }
  }

  async #goOn(until: number): Promise<void> {
    const { clock, satchels, tell, trace } = this.#options;
    await this.#settle();
    while (clock.goOn(until)) {
      await this.#settle();
      for (const satchel of satchels) if (satchel.device.isOver) satchel.restart();
      if (trace.length > 20_000) {
        tell('It never comes to rest');
        return;
      }
    }
    // Nothing happens until then: time passes all the same.
    clock.wake(until - clock.elapsed(), () => undefined);
    clock.goOn(until);
  }

  /** Until everybody waits for the clock: with each turn of the loop all that was promised has come to its next wait. */
  async #settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#options.satchels.some(({ isBusy }) => isBusy));
  }
}
