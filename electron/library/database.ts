import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { AppError } from '../../shared/errors.ts';
import { migrate } from './migrate.ts';
import { isDamage, storageTroubleOf, toStorageError, type StorageTrouble } from './storage-errors.ts';

export interface DatabaseOptions {
  readonly path: string;
  /** SQL of each schema step, oldest first. Steps are only ever added. */
  readonly migrations: readonly string[];
  /** Whether all of it can be fetched again: then a file of a newer Satchel is set aside like a damaged one. */
  readonly isRebuildable: boolean;
  /** FULL for what cannot be fetched again, NORMAL for what can. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Called after a damaged file was set aside and an empty one begun. Nothing is deleted. */
  readonly onSetAside: (path: string) => void;
  /** Called when this computer stops letting the file be used, and with null when a write has succeeded again. */
  readonly onTrouble?: (trouble: StorageTrouble | null) => void;
  /** The most pages the file may grow to: a full disk for tests. */
  readonly mostPages?: number;
}

// A refresh touches the same pages of the file again and again; who reads, seldom the same ones.
const cacheKb = { writing: 16_000, reading: 2000 };
const writingForMs = 3000;

export type Row = Record<string, SQLInputValue>;

/** How large a file is, and how much of it holds nothing. */
export interface FileSize {
  readonly bytes: number;
  readonly freeBytes: number;
}

/**
 * One SQLite file. A damaged one is set aside and begun anew; any other failure is an AppError: `storageFull`,
 * `storageLocked` or `storageFailed`. What failed left nothing half done, and works again when its cause is gone.
 */
export class Database {
  readonly #options: DatabaseOptions;
  #connection: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #depth = 0;
  #incarnation = 0;
  #isClosed = false;
  #trouble: StorageTrouble | null = null;
  /** When a transaction was last begun, in milliseconds; null once that is long ago. */
  #wroteAt: number | null = null;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    mkdirSync(dirname(options.path), { recursive: true });
    try {
      this.#connection = this.#open();
    } catch (thrown) {
      if (!isDamage(thrown)) throw toStorageError(thrown);
      this.#connection = this.#beginAnew();
    }
  }

  get path(): string {
    return this.#options.path;
  }

  /** Changes when the file was begun anew: what is remembered of it in memory is of another one. */
  get incarnation(): number {
    return this.#incarnation;
  }

  all<T extends object = Row>(sql: string, ...values: SQLInputValue[]): T[] {
    this.#shrinkCache();
    return this.#use(() => this.#statement(sql).all(...values) as T[]);
  }

  get<T extends object = Row>(sql: string, ...values: SQLInputValue[]): T | undefined {
    this.#shrinkCache();
    return this.#use(() => this.#statement(sql).get(...values) as T | undefined);
  }

  /** Returns how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    const changes = this.#use(() => Number(this.#statement(sql).run(...values).changes));
    this.#noteWritten();
    return changes;
  }

  /** Inserts a row. Returns its number, null when it was there already. */
  insert(sql: string, ...values: SQLInputValue[]): number | null {
    const { changes, lastInsertRowid } = this.#use(() => this.#statement(sql).run(...values));
    this.#noteWritten();
    return changes === 0 ? null : Number(lastInsertRowid);
  }

  /** All of `task` or nothing of it. Nested calls join the outermost transaction. */
  transaction<T>(task: () => T): T {
    if (this.#depth > 0) return task();
    this.#growCache();
    const result = this.#use(() => this.#carryOut(task));
    this.#noteWritten();
    return result;
  }

  #growCache(): void {
    if (!this.#isClosed && this.#wroteAt === null) this.#setCache(cacheKb.writing);
    this.#wroteAt = performance.now();
  }

  /** What was read and written during a refresh is no use to anybody after it. */
  #shrinkCache(): void {
    if (this.#wroteAt === null || this.#isClosed || this.#depth > 0) return;
    if (performance.now() - this.#wroteAt < writingForMs) return;
    this.#wroteAt = null;
    this.#setCache(cacheKb.reading);
  }

  #setCache(kilobytes: number): void {
    this.#use(() => this.#connection.exec(`PRAGMA cache_size=-${kilobytes}`));
  }

  #carryOut<T>(task: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = task();
      this.#connection.exec('COMMIT');
      return result;
    } catch (thrown) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw thrown;
    } finally {
      this.#depth -= 1;
    }
  }

  size(): FileSize {
    const number = (name: string) => Number(Object.values(this.get(`PRAGMA ${name}`) ?? {})[0] ?? 0);
    const pageSize = number('page_size');
    return { bytes: number('page_count') * pageSize, freeBytes: number('freelist_count') * pageSize };
  }

  /** Gives the disk back what holds nothing any more. Takes as long as writing the file anew does. */
  compact(): void {
    this.#use(() => this.#connection.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)'));
    this.#noteWritten();
  }

  /** Writes all of it, as it is now, into a new file of its own. */
  copyInto(path: string): void {
    this.#use(() => this.#connection.prepare('VACUUM INTO ?').run(path));
  }

  /** Another text once anything was written since it was last asked for. */
  revision(): string {
    const row = this.get<{ changes: number }>('SELECT total_changes() AS changes');
    return `${this.#incarnation}:${row?.changes}`;
  }

  /** Writes something of no consequence: throws while this computer does not take it. */
  probe(): void {
    this.transaction(() => {
      this.#connection.exec('CREATE TABLE probe (word); DROP TABLE probe');
    });
  }

  /** From then on every use throws `cancelled`: what is still under way at the end has nowhere to go. */
  close(): void {
    this.#isClosed = true;
    this.#disconnect();
  }

  #disconnect(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  /** Damage may show only when a page is read: begin anew and carry the task out on the empty file. */
  #use<T>(task: () => T): T {
    if (this.#isClosed) throw new AppError('cancelled', 'The library is closed');
    try {
      return task();
    } catch (thrown) {
      if (this.#depth > 0) throw thrown;
      if (!isDamage(thrown)) throw this.#noteTrouble(thrown);
      this.#disconnect();
      this.#wroteAt = null;
      this.#connection = this.#beginAnew();
      return task();
    }
  }

  #noteTrouble(thrown: unknown): unknown {
    const trouble = storageTroubleOf(thrown);
    if (trouble && trouble !== this.#trouble) {
      this.#trouble = trouble;
      this.#options.onTrouble?.(trouble);
    }
    return toStorageError(thrown);
  }

  /** Only a commit tells that the disk takes what it is given; reading works on a full one too. */
  #noteWritten(): void {
    if (this.#trouble === null || this.#depth > 0) return;
    this.#trouble = null;
    this.#options.onTrouble?.(null);
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #open(): DatabaseSync {
    const connection = new DatabaseSync(this.#options.path);
    try {
      // The wait comes first: a new file's very first pragma already wants the lock.
      connection.exec('PRAGMA busy_timeout=2000; PRAGMA foreign_keys=ON');
      connection.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${this.#options.synchronous}`);
      // Fewer, larger checkpoints write each page that a refresh touches again and again once.
      connection.exec(`PRAGMA cache_size=-${cacheKb.reading}; PRAGMA wal_autocheckpoint=4000`);
      if (this.#options.mostPages) connection.exec(`PRAGMA max_page_count=${this.#options.mostPages}`);
      migrate(connection, this.#options);
      return connection;
    } catch (thrown) {
      connection.close();
      throw thrown;
    }
  }

  #beginAnew(): DatabaseSync {
    const { path } = this.#options;
    const aside = freeName(path);
    this.#incarnation += 1;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    const connection = this.#open();
    this.#options.onSetAside(aside);
    return connection;
  }
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = path.replace(/\.db$/, `.set-aside-${number}.db`);
    if (!existsSync(name)) return name;
  }
}
