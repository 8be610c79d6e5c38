import { AppError } from '../../shared/errors.ts';
import type { ConnectivityState } from '../../shared/status.ts';
import type { Transport } from '../roblox/connection.ts';

export interface ConnectivityOptions {
  readonly onChanged: (state: ConnectivityState) => void;
  readonly now: () => number;
  /** A cheap question, attempts counted from 0. Rejects when no answer came. */
  readonly tryRoblox: (attempt: number) => Promise<unknown>;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly schedule?: (task: () => void, waitMs: number) => () => void;
}

const firstWaitMs = 5000;
const longestWaitMs = 60_000;

/**
 * Whether Satchel may use the network ("Work offline" is the person's own switch), and whether Roblox answers, by what
 * became of Satchel's own requests. A lost request is a suspicion; only a try of its own that is lost too settles it.
 */
export class Connectivity {
  readonly #options: ConnectivityOptions;
  #state: ConnectivityState = { connectivity: 'online' };
  #trying: Promise<void> | null = null;
  #tries = 0;
  #answers = 0;
  #lastSuspicionAt: number | null = null;
  #cancelNext: (() => void) | undefined;
  #isClosed = false;

  constructor(options: ConnectivityOptions) {
    this.#options = options;
  }

  get state(): ConnectivityState {
    return this.#state;
  }

  get isOffline(): boolean {
    return this.#state.connectivity === 'offline';
  }

  /** Whether requests are not worth sending: they would only wait for their timeouts. */
  get isUnreachable(): boolean {
    return this.#state.connectivity === 'unreachable';
  }

  /** The person's switch. Going online is taken at its word until a request is lost. */
  set(connectivity: 'online' | 'offline'): ConnectivityState {
    if (connectivity === 'online' && this.isUnreachable) void this.tryNow();
    else this.#change({ connectivity });
    return this.#state;
  }

  /** Settles when it is known whether Roblox answers; never rejects. */
  async tryNow(): Promise<ConnectivityState> {
    if (this.isOffline) return this.#state;
    await (this.#trying ??= this.#try().finally(() => (this.#trying = null)));
    return this.#state;
  }

  /** The operating system's word is no more than a reason to look. */
  hint(isOnline: boolean): void {
    if (isOnline === this.isUnreachable) void this.tryNow();
  }

  /** Carries requests, and takes note of whether anything answers. Any status is an answer. */
  watched(transport: Transport): Transport {
    return async (request) => {
      this.refuseWhenUnreachable();
      try {
        const response = await transport(request);
        this.#noteAnswer();
        return response;
      } catch (thrown) {
        // What Satchel gave up itself says nothing; what took too long does.
        if (!(thrown instanceof Error) || thrown.name !== 'AbortError') this.#noteLost();
        throw thrown;
      }
    };
  }

  /** Throws when a request is not worth sending. */
  refuseWhenUnreachable(): void {
    if (this.isUnreachable) throw new AppError('unreachable', 'Roblox did not answer a moment ago');
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelNext?.();
  }

  #noteAnswer(): void {
    this.#answers += 1;
    if (this.isUnreachable) this.#change({ connectivity: 'online' });
  }

  /** One endpoint that fails again and again is a suspicion now and then, not a try for each. */
  #noteLost(): void {
    if (this.#state.connectivity !== 'online' || this.#trying) return;
    const now = this.#options.now();
    const sinceLast = now - (this.#lastSuspicionAt ?? Number.NEGATIVE_INFINITY);
    if (sinceLast >= 0 && sinceLast < firstWaitMs) return;
    this.#lastSuspicionAt = now;
    this.#tries = 0;
    void this.tryNow();
  }

  async #try(): Promise<void> {
    this.#cancelNext?.();
    const startedAt = this.#options.now();
    const answersBefore = this.#answers;
    try {
      await this.#options.tryRoblox(this.#tries);
      if (this.isUnreachable) this.#change({ connectivity: 'online' });
    } catch {
      this.#tries += 1;
      // Another request was answered meanwhile: it is not Roblox that is out of reach.
      const isAnswered = this.#answers > answersBefore;
      if (this.#state.connectivity === 'online' && !isAnswered)
        this.#change({ connectivity: 'unreachable', since: startedAt });
      else if (this.isUnreachable) this.#tryLater();
    }
  }

  #tryLater(): void {
    if (this.#isClosed) return;
    const waitMs = Math.min(firstWaitMs * 2 ** Math.max(0, this.#tries - 1), longestWaitMs);
    this.#cancelNext = (this.#options.schedule ?? scheduleTimer)(() => void this.tryNow(), waitMs);
  }

  #change(state: ConnectivityState): void {
    if (state.connectivity === this.#state.connectivity) return;
    this.#state = state;
    this.#cancelNext?.();
    if (state.connectivity === 'online') this.#tries = 0;
    if (state.connectivity === 'unreachable') this.#tryLater();
    this.#options.onChanged(state);
  }
}

function scheduleTimer(task: () => void, waitMs: number): () => void {
  const timer = setTimeout(task, waitMs);
  timer.unref();
  return () => clearTimeout(timer);
}
