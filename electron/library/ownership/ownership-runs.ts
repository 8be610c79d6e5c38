import type { Database } from '../database.ts';
import type { Round } from './judge-cell.ts';

/** A round of questions, perhaps begun in an earlier run of Satchel. Times in epoch milliseconds. */
export interface OwnershipRun extends Round {
  readonly isPaused: boolean;
  readonly finishedAt: number | null;
}

interface RunRow {
  started_at: number;
  fresh_since: number;
  is_paused: number;
  finished_at: number | null;
}

/** The round of questions there is: what a crash, a quit or a pause leaves to be asked is known by it. */
export class OwnershipRuns {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(): OwnershipRun | null {
    const row = this.#database.get<RunRow>('SELECT * FROM ownership_run');
    if (!row) return null;
    return {
      startedAt: row.started_at,
      freshSince: row.fresh_since,
      isPaused: row.is_paused === 1,
      finishedAt: row.finished_at,
    };
  }

  begin({ startedAt, freshSince }: Round): void {
    this.#database.run(
      'INSERT OR REPLACE INTO ownership_run VALUES (1, ?, ?, 0, NULL)',
      startedAt,
      freshSince,
    );
  }

  setPaused(isPaused: boolean): void {
    this.#database.run('UPDATE ownership_run SET is_paused = ?', Number(isPaused));
  }

  finish(at: number): void {
    this.#database.run('UPDATE ownership_run SET finished_at = ?, is_paused = 0', at);
  }

  remove(): void {
    this.#database.run('DELETE FROM ownership_run');
  }
}
