interface Window {
  readonly until: number;
  /** When it came to the disk; Infinity while the disk does not take it. */
  toldAt: number;
  /** How far off the computer's clock was when it was written down; of several, the least. */
  offset: number;
}

// What the client has learned of an endpoint is on the disk after that long; a pause of changes is at once.
const savedAfterMs = 1000;
const isRead = (budget: string) => budget.startsWith('read') || budget === 'signed out';
const concernsChanges = (budget: string, accountId: number) =>
  new RegExp(`(add|remove) ${accountId}$`).test(budget);

/**
 * The times during which Roblox takes no requests, as one device was told. They hold through every run and whatever the
 * computer's clock says, but for two cases that no program on this computer can decide:
 * - the run ended before the word could be on the disk;
 * - between two runs the clock was set forward: to the next run that is time passed while nobody was there.
 */
export class ClosedWindows {
  readonly #windows = new Map<string, Window>();
  #offset = 0;

  tell(budget: string, now: number, forMs: number): void {
    if (now + forMs > (this.#windows.get(budget)?.until ?? 0))
      this.#windows.set(budget, { until: now + forMs, toldAt: now, offset: this.#offset });
  }

  /** What the disk did not take is on it only once a later try succeeds: a run that ends before leaves no word. */
  noteWritten(accountId: number, isWritten: boolean, now: number): void {
    for (const [budget, window] of this.#windows) {
      if (!concernsChanges(budget, accountId)) continue;
      if (!isWritten) window.toldAt = Number.POSITIVE_INFINITY;
      else if (window.toldAt > now) Object.assign(window, { toldAt: now, offset: this.#offset });
    }
  }

  isClosed(budget: string, now: number): boolean {
    return (this.#windows.get(budget)?.until ?? 0) > now;
  }

  setClock(offset: number, now: number): void {
    this.#offset = offset;
    for (const [budget, window] of this.#windows)
      if (isRead(budget) && now <= window.toldAt + savedAfterMs)
        window.offset = Math.min(window.offset, offset);
  }

  endRun(now: number): void {
    for (const [budget, { toldAt }] of this.#windows)
      if (toldAt + (isRead(budget) ? savedAfterMs : 0) >= now) this.#windows.delete(budget);
  }

  /** A run looks up what earlier ones were told: from then on it goes by the clock that only grows. */
  lookUp(isAbout: 'reads' | { readonly accountId: number }): void {
    for (const [budget, { offset }] of this.#windows) {
      const concerns = isAbout === 'reads' ? isRead(budget) : concernsChanges(budget, isAbout.accountId);
      if (concerns && this.#offset > offset) this.#windows.delete(budget);
    }
  }
}
