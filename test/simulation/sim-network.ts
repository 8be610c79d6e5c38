import type { Transport } from '../../electron/roblox/connection.ts';
import type { Device } from './device.ts';
import type { ModelAnswer } from './model-answer.ts';
import type { ModelRoblox } from './model-roblox.ts';
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
  'challenged',
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
          const answer = this.#answer(asked, fault, witness);
          clock.wake(1 + random.below(50), () => {
            inFlight.delete(asked);
            if (device().isOver || request.signal.aborted) return;
            witness.noteAnswer(asked, heardOf(asked, answer, fault), clock.elapsed());
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

  #answer(asked: SimRequest, fault: (typeof faults)[number] | null, witness: Witness): ModelAnswer | null {
    const { random, roblox } = this.#options;
    const { accountId } = asked;
    switch (fault) {
      case 'lostOnTheWay':
        return null;
      case 'lostAnswer':
        this.#atRoblox(asked, witness);
        return null;
      case 'twice':
        this.#atRoblox(asked, witness);
        return this.#atRoblox(asked, witness);
      case 'closed':
        return this.#close();
      case 'failed':
        return { status: asked.wish === null ? 520 : random.pick(failures) };
      case 'failedAfter':
        this.#atRoblox(asked, witness);
        return { status: asked.wish === null ? 520 : random.pick(failures) };
      case 'portal':
        return { status: 200 };
      case 'newToken':
        roblox.rotateToken(accountId);
        return this.#atRoblox(asked, witness);
      case 'signedOut':
        if (asked.wish !== null) roblox.endSession(accountId);
        return this.#atRoblox(asked, witness);
      case 'challenged':
        if (asked.wish === null) return roblox.askForMore();
        roblox.challenge(accountId);
        return this.#atRoblox(asked, witness);
      case 'half':
      case 'slow':
      case null:
        return this.#atRoblox(asked, witness);
    }
  }

  #atRoblox(asked: SimRequest, witness: Witness): ModelAnswer {
    const { random, roblox } = this.#options;
    if (asked.wish === null) return roblox.read(asked.accountId, this.weather === 'stormy');
    const lag = this.weather === 'stormy' && random.isHit(0.5) ? random.below(4) : 0;
    const answer = roblox.change(asked, lag);
    witness.noteArrival(asked, answer);
    return answer;
  }

  #close(): ModelAnswer {
    const { random } = this.#options;
    const seconds = 1 + random.below(random.isHit(0.2) ? 1200 : 90);
    const date = new Date(Date.UTC(2026, 5, 1));
    const retryAt = new Date(date.getTime() + seconds * 1000);
    const asDate = { date: date.toUTCString(), 'retry-after': retryAt.toUTCString() };
    const headers = random.isHit(0.5) ? { 'retry-after': String(seconds) } : asDate;
    return { status: 429, robloxCode: 0, headers, closedForMs: seconds * 1000 };
  }
}

/** What of an answer can be read; null when it leaves open what became of a change. */
function heardOf(
  { wish }: SimRequest,
  answer: ModelAnswer | null,
  fault: (typeof faults)[number] | null,
): ModelAnswer | null {
  if (answer === null || (fault !== 'half' && fault !== 'portal')) return answer;
  const { status, headers } = answer;
  return status === 200 && wish !== null ? null : { status, ...(headers ? { headers } : {}) };
}

function wordAnswer(answer: ModelAnswer | null): string {
  return answer === null ? 'lost' : `${answer.status} ${answer.robloxCode ?? ''}`;
}
