import type { KeptBudget } from '../roblox/rates.ts';
import type { Database } from './database.ts';

/** What Roblox's endpoints allow, remembered between runs. */
export class RateBudgets {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  load(): KeptBudget[] {
    return this.#database.all<KeptBudget>(
      `SELECT key, per_window AS perWindow, window_ms AS windowMs, sent, window_started_at AS windowStartedAt,
         closed_until AS closedUntil, saved_at AS savedAt FROM rate_budget`,
    );
  }

  save(budgets: readonly KeptBudget[]): void {
    this.#database.transaction(() => {
      for (const { key, perWindow, windowMs, sent, windowStartedAt, closedUntil, savedAt } of budgets)
        this.#database.run(
          'INSERT OR REPLACE INTO rate_budget VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...[key, perWindow, windowMs, sent, windowStartedAt, closedUntil, savedAt],
        );
    });
  }
}
