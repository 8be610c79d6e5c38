import type { ActivityList, ProblemRecord, RefreshRecord } from '../../shared/activity.ts';
import type { ActivityLog } from '../library/activity-log.ts';
import type { Remote } from '../library/remote-library.ts';

export interface ActivityJournalOptions {
  readonly log: Pick<Remote<ActivityLog>, 'refreshes' | 'problems' | 'save'>;
  readonly now: () => number;
  readonly onChanged: (list: ActivityList) => void;
  /** How long changes are gathered before they are written and told of, in milliseconds. */
  readonly gatherMs?: number;
}

/** What went wrong, before it is counted. */
export interface Problem extends Pick<ProblemRecord, 'kind' | 'accountId' | 'subject' | 'code'> {
  readonly count?: number;
  readonly samples?: readonly string[];
}

const mostRefreshes = 1000;
const mostProblems = 300;
const mostSamples = 5;

/**
 * Keeps account of refreshes and of what went wrong without stopping anything. Held in memory, written behind: neither a
 * full disk nor a slow one is in the way of what it tells of.
 */
export class ActivityJournal {
  readonly #options: ActivityJournalOptions;
  readonly #refreshes = new Map<number, RefreshRecord>();
  readonly #problems = new Map<string, ProblemRecord>();
  readonly #unwrittenRefreshes = new Set<number>();
  readonly #unwrittenProblems = new Set<string>();
  readonly #changed = new Set<ActivityList>();
  #opening: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastNumber = 0;

  constructor(options: ActivityJournalOptions) {
    this.#options = options;
  }

  /** Newest first, those of earlier runs among them. */
  async refreshes(): Promise<readonly RefreshRecord[]> {
    await this.#open();
    return [...this.#refreshes.values()].toSorted((one, other) => other.number - one.number);
  }

  /** The one that occurred last comes first. */
  async problems(): Promise<readonly ProblemRecord[]> {
    await this.#open();
    return [...this.#problems.values()].toSorted((one, other) => other.lastAt - one.lastAt);
  }

  /** Notes that a refresh has begun; returns its number. */
  begin(accountId: number, subject: string): number {
    const number = this.#nextNumber();
    const startedAt = this.#options.now();
    const record = { number, accountId, subject, startedAt, endedAt: null, code: null, unreadableRows: 0 };
    this.#refreshes.set(number, record);
    dropOldest(this.#refreshes, mostRefreshes);
    this.#note('refreshes');
    return number;
  }

  end(number: number, outcome: Pick<RefreshRecord, 'code' | 'unreadableRows'>): void {
    const record = this.#refreshes.get(number);
    if (!record) return;
    this.#refreshes.set(number, { ...record, ...outcome, endedAt: this.#options.now() });
    this.#unwrittenRefreshes.add(number);
    this.#note('refreshes');
  }

  /** Counts a problem; the same one again is counted, not listed again. */
  noteProblem({ count = 1, samples = [], ...problem }: Problem): void {
    const key = keyOf(problem);
    const at = this.#options.now();
    const known = this.#problems.get(key);
    // Moved to the end: the one that occurred longest ago makes room.
    this.#problems.delete(key);
    this.#problems.set(key, {
      ...problem,
      number: known?.number ?? this.#nextNumber(),
      count: (known?.count ?? 0) + count,
      firstAt: known?.firstAt ?? at,
      lastAt: at,
      samples: [...new Set([...samples, ...(known?.samples ?? [])])].slice(0, mostSamples),
    });
    dropOldest(this.#problems, mostProblems);
    this.#unwrittenProblems.add(key);
    this.#note('problems');
  }

  /** Says that a list changed, now and then. */
  note(list: ActivityList): void {
    this.#note(list);
  }

  forget(accountId: number): void {
    for (const [number, record] of this.#refreshes)
      if (record.accountId === accountId) this.#refreshes.delete(number);
    for (const [key, record] of this.#problems)
      if (record.accountId === accountId) this.#problems.delete(key);
    this.#note('refreshes');
    this.#note('problems');
  }

  /** Writes what is not written yet. Never rejects: what could not be written is still told. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const numbers = [...this.#unwrittenRefreshes];
    const keys = [...this.#unwrittenProblems];
    for (const list of this.#changed) this.#options.onChanged(list);
    this.#changed.clear();
    this.#unwrittenRefreshes.clear();
    this.#unwrittenProblems.clear();
    if (numbers.length + keys.length === 0) return;
    await this.#open();
    // Looked up only now: what earlier runs counted is in them.
    const refreshes = numbers.flatMap((number) => this.#refreshes.get(number) ?? []);
    const problems = keys.flatMap((key) => this.#problems.get(key) ?? []);
    await this.#options.log.save(refreshes, problems).catch(() => undefined);
  }

  /** Takes in what earlier runs wrote; without it the list begins with this run. */
  #open(): Promise<void> {
    const { log } = this.#options;
    return (this.#opening ??= Promise.all([log.refreshes(), log.problems()]).then(
      ([refreshes, problems]) => {
        putBefore(this.#refreshes, refreshes.map((one) => [one.number, one] as const).toReversed());
        dropOldest(this.#refreshes, mostRefreshes);
        for (const record of problems) {
          const known = this.#problems.get(keyOf(record));
          if (known) this.#problems.set(keyOf(record), merged(record, known));
        }
        putBefore(this.#problems, problems.map((one) => [keyOf(one), one] as const).toReversed());
        dropOldest(this.#problems, mostProblems);
      },
      () => undefined,
    ));
  }

  #note(list: ActivityList): void {
    this.#changed.add(list);
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.gatherMs ?? 500).unref();
  }

  /** Grows with time, from one run to the next too. */
  #nextNumber(): number {
    this.#lastNumber = Math.max(this.#lastNumber + 1, this.#options.now() * 1000);
    return this.#lastNumber;
  }
}

function keyOf({
  kind,
  accountId,
  subject,
  code,
}: Pick<Problem, 'kind' | 'accountId' | 'subject' | 'code'>): string {
  return JSON.stringify([kind, accountId, subject, code]);
}

/** One problem, as an earlier run and this one counted it. */
function merged(before: ProblemRecord, now: ProblemRecord): ProblemRecord {
  return { ...now, number: before.number, count: before.count + now.count, firstAt: before.firstAt };
}

/** Puts what came earlier, oldest first, in front of what is there, which stays as it is. */
function putBefore<Key, Value>(map: Map<Key, Value>, earlier: readonly (readonly [Key, Value])[]): void {
  const later = [...map];
  map.clear();
  for (const [key, value] of [...earlier, ...later]) {
    map.delete(key);
    map.set(key, value);
  }
}

function dropOldest<Key>(map: Map<Key, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
