import type { Wish } from '../../shared/outbox.ts';

/** What a killed process has left in its file of one item. */
export interface LeftChange {
  readonly item: number;
  readonly wish: Wish;
}

/**
 * Knows what a process that is killed over and over was asked for, and what it said to it. It sees neither when the process
 * began a request nor whether it has read an answer; so it leaves open: one request of an older wish that was under way when
 * the newer one was accepted, and a second request for a change whose answer had left the server before the kill.
 */
export class KillWitness {
  readonly #tell: (violation: string) => void;
  readonly #has: (item: number) => boolean;
  /** How it is wanted, by what the process has said. What was never asked for is out. */
  readonly #wanted = new Map<number, Wish>();
  #asked: { readonly items: readonly number[]; readonly wish: Wish } | null = null;
  /** How often the older wish may still arrive. */
  readonly #late = new Map<number, number>();
  readonly #unread = new Set<number>();

  constructor(has: (item: number) => boolean, tell: (violation: string) => void) {
    this.#has = has;
    this.#tell = tell;
  }

  ask(items: readonly number[], wish: Wish): void {
    this.#asked = { items, wish };
  }

  accepted(): void {
    const { items, wish } = this.#asked ?? { items: [], wish: 'in' };
    for (const item of items) {
      if (this.#wantedOf(item) !== wish) this.#late.set(item, 1);
      this.#wanted.set(item, wish);
    }
    this.#asked = null;
  }

  /** A request for a change has come; `isLetIn` is false when it has to come again with another token. */
  noteChange(item: number, wish: Wish, isLetIn: boolean): void {
    if (this.#unread.has(item)) this.#tell(`${item} sent again without reading`);
    if (this.#wantedOf(item) === wish || (this.#asked?.wish === wish && this.#asked.items.includes(item)))
      return;
    const late = this.#late.get(item) ?? 0;
    if (late === 0) this.#tell(`${wish} ${item} asked for by nobody`);
    else if (isLetIn) this.#late.set(item, late - 1);
  }

  noteRead(): void {
    this.#unread.clear();
  }

  /** The process is dead: its file says what became of the wish it had not answered, and must have all that it had. */
  noteKilled(left: readonly LeftChange[], unanswered: readonly number[]): void {
    const kept = new Map(left.map(({ item, wish }) => [item, wish]));
    const isNow = (item: number): Wish => kept.get(item) ?? (this.#has(item) ? 'in' : 'out');
    for (const item of unanswered) if (kept.has(item)) this.#unread.add(item);
    const { items, wish } = this.#asked ?? { items: [], wish: 'in' };
    const changed = items.filter((item) => this.#wantedOf(item) !== wish);
    const taken = changed.filter((item) => isNow(item) === wish);
    if (taken.length > 0 && taken.length < changed.length)
      this.#tell(`of ${wish} ${changed.join()} only ${taken.join()} was accepted`);
    for (const item of taken) this.#wanted.set(item, wish);
    this.#asked = null;
    this.check(isNow);
  }

  /** Nothing of the process that was killed can come any more. */
  noteStarted(): void {
    this.#late.clear();
  }

  check(isNow: (item: number) => Wish = (item) => (this.#has(item) ? 'in' : 'out')): void {
    for (const [item, wish] of this.#wanted)
      if (isNow(item) !== wish) this.#tell(`${wish} ${item} was accepted and lost`);
  }

  #wantedOf(item: number): Wish {
    return this.#wanted.get(item) ?? 'out';
  }
}
