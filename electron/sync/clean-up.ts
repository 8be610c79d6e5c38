import { setTimeout } from 'node:timers/promises';

export interface CleanUpOptions {
  readonly leftovers: { deleteSome(): boolean | Promise<boolean> };
  /** From then on nothing more is deleted in this run; the next one goes on. */
  readonly isClosed: () => boolean;
}

// Reading goes first: deleting waits a moment after each step.
const pauseMs = 5;

/** Deletes in the background what refreshes have replaced and accounts left behind. */
export class CleanUp {
  readonly #options: CleanUpOptions;
  #isRunning = false;
  #isWanted = false;

  constructor(options: CleanUpOptions) {
    this.#options = options;
  }

  /** To be called when there may be something: at the start, after a refresh, after an account was removed. */
  start(): void {
    this.#isWanted = true;
    // What cannot be deleted now is shown nowhere and waits for the next time.
    if (!this.#isRunning) this.#run().catch(() => undefined);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      // Whoever calls while the last answer is on its way knows of more than it does.
      while (this.#isWanted) {
        this.#isWanted = false;
        while (!this.#options.isClosed() && (await this.#options.leftovers.deleteSome()))
          await setTimeout(pauseMs, undefined, { ref: false });
      }
    } finally {
      this.#isRunning = false;
    }
  }
}
