import type { Transport } from '../../electron/roblox/connection.ts';
import type { Device } from './device.ts';
import type { ModelAnswer, ModelRoblox } from './model-roblox.ts';
import type { Random } from './random.ts';
import type { SimClock } from './sim-clock.ts';
import { readRequest, toResponse, type SimRequest } from './sim-requests.ts';
import type { Witness } from './witness.ts';

export type Weather = 'stormy' | 'poisoned' | 'calm';

const faults = [
  'lostOnTheWay',
  'lostAnswer',
  'slow',
  'twice',
  'closed',
  'failed',
  'failedAfter',
  'half',
  'portal',
  'newToken',
  'signedOut',
] as const;
const failures = [500, 502, 503, 504, 408] as const;
/** Fails as long as the weather is not calm. */
export const poison = 6;

export interface SimNetworkOptions {
  readonly clock: SimClock;
  readonly random: Random;
  readonly roblox: ModelRoblox;
  readonly note: (line: string) => void;
  /** How often something goes wrong, from 0 to 1. */
  readonly faultChance: number;
  /** Whether the poison is never answered, rather than answered with a failure. */
  readonly isPoisonSilent: boolean;
}

/** The way between devices and the model, with all that goes wrong on it. Every number is drawn from the seed. */
export class SimNetwork {
  readonly #options: SimNetworkOptions;
  weather: Weather = 'stormy';
  isOffline = false;

  constructor(options: SimNetworkOptions) {
    this.#options = options;
  }

  transport(device: () => Device, witness: Witness, inFlight: Set<SimRequest>): Transport {
    const { clock, note, random } = this.#options;
    return (request) => {
      const asked = readRequest(request);
      note(`${clock.elapsed()} ${asked.kind} ${asked.accountId}/${asked.item}`);
      witness.noteRequest(asked, device(), clock.elapsed());
      inFlight.add(asked);
      return new Promise((resolve, reject) => {
        const fault = this.#draw(asked);
        const slowMs = fault === 'slow' ? random.below(40_000) : 0;
        clock.wake(1 + random.below(50) + slowMs, () => {
          // Whoever was killed while it was still going out has never finished sending it.
          if (fault === 'slow' && device().isOver) return;
          const answer = this.#answer(asked, fault, witness, device());
          clock.wake(1 + random.below(50), () => {
            inFlight.delete(asked);
            if (device().isOver || request.signal.aborted) return;
            const isCut = (fault === 'half' || fault === 'portal') && answer?.status === 200;
            const isUnclear = answer === null || (isCut && asked.wish !== null);
            const status = isUnclear ? null : answer.status;
            witness.noteAnswer(asked, status, clock.elapsed(), answer?.robloxCode);
            note(`${clock.elapsed()} -> ${wordAnswer(answer)} ${fault ?? ''}`);
            if (answer === null) reject(new TypeError('fetch failed'));
            else resolve(fault === 'portal' ? new Response('<html>') : toResponse(answer, fault === 'half'));
          });
        });
      });
    };
  }

  #draw({ wish, item }: SimRequest): (typeof faults)[number] | null {
    const { faultChance, isPoisonSilent, random } = this.#options;
    const isPoisoned = this.weather !== 'calm' && wish !== null && item === poison;
    if (isPoisoned) return isPoisonSilent ? 'lostOnTheWay' : 'failed';
    if (this.weather !== 'stormy' || !random.isHit(faultChance)) return null;
    return random.pick(faults);
  }

  #answer(
    asked: SimRequest,
    fault: (typeof faults)[number] | null,
    witness: Witness,
    device: Device,
  ): ModelAnswer | null {
    const { random, roblox } = this.#options;
    const { accountId } = asked;
    switch (fault) {
      case 'lostOnTheWay':
        return null;
      case 'lostAnswer':
        this.#atRoblox(asked);
        return null;
      case 'twice':
        this.#atRoblox(asked);
        return this.#atRoblox(asked);
      case 'closed':
        return this.#close(asked, witness, device);
      case 'failed':
        return { status: asked.wish === null ? 520 : random.pick(failures) };
      case 'failedAfter':
        this.#atRoblox(asked);
        return { status: asked.wish === null ? 520 : random.pick(failures) };
      case 'portal':
        return { status: 200 };
      case 'newToken':
        roblox.rotateToken(accountId);
        return this.#atRoblox(asked);
      case 'signedOut':
        if (asked.wish !== null) roblox.endSession(accountId);
        return this.#atRoblox(asked);
      case 'half':
      case 'slow':
      case null:
        return this.#atRoblox(asked);
    }
  }

  #atRoblox({ accountId, item, wish, token }: SimRequest): ModelAnswer {
    const { random, roblox } = this.#options;
    if (wish === null) return roblox.read(accountId, this.weather === 'stormy');
    const lag = this.weather === 'stormy' && random.isHit(0.5) ? random.below(4) : 0;
    return roblox.change(accountId, item, wish, token, lag);
  }

  #close(asked: SimRequest, witness: Witness, device: Device): ModelAnswer {
    const { clock, random } = this.#options;
    const seconds = 1 + random.below(random.isHit(0.2) ? 1200 : 90);
    const now = clock.elapsed();
    const date = new Date(Date.UTC(2026, 5, 1));
    const retryAt = new Date(date.getTime() + seconds * 1000);
    const asDate = { date: date.toUTCString(), 'retry-after': retryAt.toUTCString() };
    const headers = random.isHit(0.5) ? { 'retry-after': String(seconds) } : asDate;
    // Told when the answer arrives; closed from then on for those seconds.
    if (!device.isOver) witness.noteClosed(asked, now + seconds * 1000, now + 51);
    return { status: 429, robloxCode: 0, headers };
  }
}

function wordAnswer(answer: ModelAnswer | null): string {
  return answer === null ? 'lost' : `${answer.status} ${answer.robloxCode ?? ''}`;
}
