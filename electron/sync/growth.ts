const tellEveryMs = 250;

/**
 * Tells how far a list has come while its pages arrive: of the first at once, of the rest a few times a second. A page of a
 * hundred rows is there every few milliseconds, and whoever is told reads the list again.
 */
export class Growth {
  readonly #tell: (received: number) => void;
  #untold: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (received: number) => void) {
    this.#tell = tell;
  }

  /** So many rows are saved by now. */
  note(received: number): void {
    this.#untold = received;
    if (this.#timer === undefined) this.#tellNow();
  }

  /** The list is whole, which is told by itself: nothing more is told of how it grew. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#untold = null;
  }

  /** Nothing more comes for now: what is saved and not told yet is told, for nothing else will. */
  breakOff(): void {
    const received = this.#untold;
    this.end();
    if (received !== null) this.#tell(received);
  }

  #tellNow(): void {
    const received = this.#untold;
    this.#untold = null;
    this.#timer = undefined;
    if (received === null) return;
    // What comes meanwhile is told then, though nothing may follow it for a minute.
    this.#timer = setTimeout(() => this.#tellNow(), tellEveryMs).unref();
    this.#tell(received);
  }
}
