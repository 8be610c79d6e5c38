import type { Settings } from '../../shared/settings.ts';
import type { RefreshEngine } from './refresh-engine.ts';

export interface RefreshIntervalOptions {
  readonly engine: Pick<RefreshEngine, 'startUnpaused'>;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}

const hourMs = 60 * 60_000;
const lookEveryMs = 60_000;

/** Refreshes everything every so many hours while Satchel runs, if the person wishes; the start itself begins nothing. */
export class RefreshInterval {
  readonly #options: RefreshIntervalOptions;
  #lastAt: number;
  readonly #timer: NodeJS.Timeout;

  constructor(options: RefreshIntervalOptions) {
    this.#options = options;
    this.#lastAt = options.now();
    this.#timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs);
    this.#timer.unref();
  }

  /** Begins a refresh when it is time. */
  async look(): Promise<void> {
    const { engine, settings, now } = this.#options;
    const { refreshEveryHours } = await settings();
    const age = now() - this.#lastAt;
    // A clock set back would otherwise put the next one off for as long as it was set back.
    if (age < 0) this.#lastAt = now();
    if (refreshEveryHours === null || age < refreshEveryHours * hourMs) return;
    this.#lastAt = now();
    await engine.startUnpaused();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
