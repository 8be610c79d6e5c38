import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountRefresh, RefreshPhase } from '../../shared/refreshing.ts';
import type { RefreshRun } from '../library/refresh-runs.ts';
import { isRefused } from './run-trouble.ts';

interface Line {
  readonly name: string | null;
  state: 'toRead' | 'reading' | 'done' | 'failed';
  error: ErrorCode | null;
  received: number;
  /** Epoch milliseconds until when Roblox takes no request for it; 0 when it does. */
  waitsUntil: number;
  isOffline: boolean;
  /** When what is kept of it was complete, as the run began. */
  readonly savedAt: number | null;
}

/** Where one run stands, list by list: what is shown of it, and which list is next. */
export class RunRecord {
  readonly #lines = new Map<string, Line>();

  /** Takes in what is stored of the run. What is being read stays so. */
  load({ subjects }: RefreshRun): void {
    for (const { subject, name, isDone, error, received, savedAt } of subjects) {
      const state = isDone ? 'done' : error ? 'failed' : 'toRead';
      const known = this.#lines.get(subject);
      if (known?.state === 'reading') continue;
      this.#lines.set(subject, { name, state, error, received, savedAt, waitsUntil: 0, isOffline: false });
    }
  }

  /** The first list still to be read, rather one that `isBusy` does not say to wait with; it is being read then. */
  takeNext(isBusy: (subject: string) => boolean): string | undefined {
    const toRead = [...this.#lines].filter(([, { state }]) => state === 'toRead');
    const [subject] = toRead.find(([one]) => !isBusy(one)) ?? toRead[0] ?? [];
    if (subject !== undefined) this.#line(subject).state = 'reading';
    return subject;
  }

  isReading(subject: string): boolean {
    return this.#lines.get(subject)?.state === 'reading';
  }

  /** Puts a list back, behind all others. */
  putBack(subject: string): void {
    const line = this.#line(subject);
    this.#lines.delete(subject);
    this.#lines.set(subject, { ...line, state: 'toRead' });
  }

  received(subject: string, received: number): void {
    Object.assign(this.#line(subject), { received, waitsUntil: 0, isOffline: false });
  }

  waits(subject: string, until: number): void {
    this.#line(subject).waitsUntil = until;
  }

  offline(subject: string, isOffline: boolean): void {
    Object.assign(this.#line(subject), { isOffline, waitsUntil: 0 });
  }

  done(subject: string): void {
    Object.assign(this.#line(subject), { state: 'done', error: null });
  }

  failed(subject: string, error: ErrorCode): void {
    Object.assign(this.#line(subject), { state: 'failed', error });
  }

  completed(): string[] {
    return [...this.#lines].flatMap(([subject, { state }]) => (state === 'done' ? [subject] : []));
  }

  /** What Roblox does not give out. */
  refused(): ReadonlySet<string> {
    const lines = [...this.#lines].filter(([, { error }]) => error !== null && isRefused(error));
    return new Set(lines.map(([subject]) => subject));
  }

  /** Whether nothing is missing but what Roblox does not give out; of the lists `isMeant` picks. */
  isComplete(isMeant: (subject: string) => boolean = () => true): boolean {
    return [...this.#lines].every(
      ([subject, { state, error }]) =>
        !isMeant(subject) || state === 'done' || (error !== null && isRefused(error)),
    );
  }

  /** How a run that is under way stands: held up only when every list it reads is. */
  phase(now: number): RefreshPhase {
    const reading = [...this.#lines.values()].filter(({ state }) => state === 'reading');
    if (reading.some(({ isOffline }) => isOffline)) return { kind: 'offline' };
    const until = Math.min(...reading.map(({ waitsUntil }) => waitsUntil));
    return reading.length > 0 && until > now ? { kind: 'waiting', until } : { kind: 'running' };
  }

  show(accountId: number, phase: RefreshPhase, now: number): AccountRefresh {
    const lines = [...this.#lines];
    const isOver = ({ state }: Line) => state === 'done' || state === 'failed';
    return {
      accountId,
      phase,
      subjectsDone: lines.filter(([, line]) => isOver(line)).length,
      // The categories alone say nothing of how many lists there are.
      subjectsTotal: lines.length > 1 ? lines.length : 0,
      reading: lines.flatMap(([subject, { name, state, received, waitsUntil }]) =>
        state === 'reading'
          ? [{ subject, name, received, waitsUntil: waitsUntil > now ? waitsUntil : null }]
          : [],
      ),
      received: lines.reduce((sum, [, line]) => sum + line.received, 0),
      failures: lines.flatMap(([subject, { name, state, error, savedAt }]) =>
        state === 'failed' && error
          ? [{ subject, name, code: error, isRefused: isRefused(error), savedAt }]
          : [],
      ),
    };
  }

  #line(subject: string): Line {
    const line = this.#lines.get(subject);
    if (!line) throw new TypeError(`${subject} is not part of this run`);
    return line;
  }
}
