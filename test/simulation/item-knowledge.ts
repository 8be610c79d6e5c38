import type { Wish } from '../../shared/outbox.ts';

/** What Roblox has told one device of one item: an answer that settles a change, and what is still out. */
export class ItemKnowledge {
  answered: { readonly wish: Wish; readonly at: number } | null = null;
  /** A request went out that may have changed something, and no answer has settled it. */
  isOpen = false;
  hasSent = false;
  /** The run ended with the answer: it may not be on the disk. */
  isDoubtful = false;

  /** Gives whether another request was open before. */
  send(): boolean {
    const wasOpen = this.isOpen;
    this.isOpen = this.hasSent = true;
    return wasOpen;
  }

  settle(wish: Wish, at: number): void {
    this.answered = { wish, at };
    this.isOpen = this.isDoubtful = false;
  }

  /** Roblox answered that it did nothing. */
  nothingDone(wasOpen: boolean): void {
    this.isOpen = wasOpen;
  }

  endRun(now: number): void {
    if (this.answered && this.answered.at >= now) this.isDoubtful = true;
  }

  /** Roblox has it so, by its last word, and nothing is out that could change that. */
  isSettled(wish: Wish): boolean {
    return this.answered?.wish === wish && (!this.isOpen || this.isDoubtful);
  }

  /** The same beyond doubt, by a word later than that time: nothing is left to send. */
  isSettledSince(wish: Wish, at: number): boolean {
    const { answered } = this;
    return answered?.wish === wish && answered.at > at && !this.isOpen && !this.isDoubtful;
  }
}
