import type { Database } from './database.ts';

/** Pictures already fetched, by key. */
export class ThumbnailCache {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(key: string): Uint8Array | undefined {
    return this.#database.get<{ png: Uint8Array }>('SELECT png FROM thumbnail WHERE key = ?', key)?.png;
  }

  save(key: string, png: Uint8Array, at: number): void {
    this.#database.run('INSERT OR REPLACE INTO thumbnail VALUES (?, ?, ?)', key, png, at);
  }
}
