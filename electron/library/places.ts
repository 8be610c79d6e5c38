import type { Scope, ViewPlace } from '../../shared/accounts.ts';
import type { Database } from './database.ts';

/** Where each account, and all of them together, were left: the view and how far it was scrolled. */
export class Places {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(scope: Scope): ViewPlace | null {
    const row = this.#database.get<{ path: string; scroll_top: number }>(
      'SELECT path, scroll_top FROM place WHERE scope = ?',
      String(scope),
    );
    return row ? { path: row.path, scrollTop: row.scroll_top } : null;
  }

  remember(scope: Scope, { path, scrollTop }: ViewPlace): void {
    this.#database.run('INSERT OR REPLACE INTO place VALUES (?, ?, ?)', String(scope), path, scrollTop);
  }
}
