import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { AppError } from '../../shared/errors.ts';

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
}

export type Row = Record<string, SQLInputValue>;

// SQLITE_CORRUPT and SQLITE_NOTADB: the file is not, or no longer, a database.
const damagedCodes = [11, 26];
// BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: this computer does not let the file be written or read.
const storageCodes = [5, 6, 8, 10, 13, 14];

/** One SQLite file. A damaged one is set aside and begun anew; any other failure is an AppError `storageFailed`. */
export class Database {
  readonly #options: DatabaseOptions;
  #connection: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #depth = 0;
  #incarnation = 0;
  #isClosed = false;

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

  /** Changes when the file was begun anew: what is remembered of it in memory is of another one. */
  get incarnation(): number {
    return this.#incarnation;
  }

  all<T extends object = Row>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#use(() => this.#statement(sql).all(...values) as T[]);
  }

  get<T extends object = Row>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#use(() => this.#statement(sql).get(...values) as T | undefined);
  }

  /** Returns how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.#use(() => Number(this.#statement(sql).run(...values).changes));
  }

  /** All of `task` or nothing of it. Nested calls join the outermost transaction. */
  transaction<T>(task: () => T): T {
    if (this.#depth > 0) return task();
    return this.#use(() => {
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
      if (!isDamage(thrown)) throw toStorageError(thrown);
      this.#disconnect();
      this.#connection = this.#beginAnew();
      return task();
    }
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
      connection.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${this.#options.synchronous}`);
      connection.exec('PRAGMA busy_timeout=2000; PRAGMA foreign_keys=ON');
      // A refresh touches the same pages of the file again and again: fewer, larger checkpoints write each of them once.
      connection.exec('PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000');
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

function migrate(connection: DatabaseSync, { migrations, isRebuildable }: DatabaseOptions): void {
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > migrations.length) {
    if (!isRebuildable)
      throw new AppError('libraryNewer', `Schema ${version}, this Satchel knows ${migrations.length}`);
    throw Object.assign(new Error('From a newer Satchel'), { errcode: 26 });
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    connection.exec(`BEGIN; ${sql}; PRAGMA user_version=${index + 1}; COMMIT`);
  }
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = path.replace(/\.db$/, `.set-aside-${number}.db`);
    if (!existsSync(name)) return name;
  }
}

function isDamage(thrown: unknown): boolean {
  return damagedCodes.includes(codeOf(thrown));
}

function toStorageError(thrown: unknown): unknown {
  const isStorage = thrown instanceof Error && storageCodes.includes(codeOf(thrown));
  return isStorage ? new AppError('storageFailed', thrown.message) : thrown;
}

/** SQLite's primary result code; 0 for any other error. */
function codeOf(thrown: unknown): number {
  return thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : 0;
}
