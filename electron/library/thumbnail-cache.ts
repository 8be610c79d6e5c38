import type { Database } from './database.ts';

/** Why Roblox gives a picture out to nobody. */
export type AbsenceReason = 'blocked' | 'inReview' | 'none';

export interface Absence {
  readonly key: string;
  readonly reason: AbsenceReason;
  /** Epoch milliseconds until which it is believed. */
  readonly until: number;
}

/** What is known of a picture: its bytes, or that there is none to have. */
export interface KnownThumbnail {
  readonly bytes: Uint8Array | null;
  /** Epoch milliseconds; null when there are no bytes. */
  readonly savedAt: number | null;
  readonly absence: Absence | null;
}

export interface ThumbnailCacheSize {
  readonly count: number;
  readonly bytes: number;
}

export interface ThumbnailCacheOptions {
  /** How many bytes of pictures are kept. */
  readonly capBytes: () => number;
  /** Keys of pictures that are never evicted: Roblox may have deleted what they show. */
  readonly keptKeys: () => readonly string[];
}

export const defaultThumbnailCapBytes = 512 * 1024 * 1024;
// A picture looked at again soon is not worth a write.
const usePrecisionMs = 60 * 60 * 1000;
// Room made at once: evicting one picture for each that comes would be a write for each.
const shareLeft = 0.95;
// At a time, so that nothing waits for long: the next picture goes on with it.
const mostEvictedAtOnce = 400;
const mostAbsences = 20_000;

/** Pictures already fetched, by key, under a cap: those not looked at for longest make room. */
export class ThumbnailCache {
  readonly #database: Database;
  readonly #options: ThumbnailCacheOptions;
  /** Bytes of all pictures; counted once, then kept up to date. */
  #bytes: number | null = null;
  /** Below this another look for something to evict finds nothing: all that is left is kept for good. */
  #fullAt = 0;

  constructor(database: Database, options: Partial<ThumbnailCacheOptions> = {}) {
    this.#database = database;
    this.#options = { capBytes: () => defaultThumbnailCapBytes, keptKeys: () => [], ...options };
  }

  find(key: string, now: number): KnownThumbnail {
    const row = this.#database.get<{ png: Uint8Array; saved_at: number }>(
      'SELECT png, saved_at FROM thumbnail WHERE key = ?',
      key,
    );
    if (row) return { bytes: row.png, savedAt: row.saved_at, absence: null };
    const absence = this.#database.get<Omit<Absence, 'key'>>(
      'SELECT reason, until FROM thumbnail_absence WHERE key = ? AND until > ?',
      key,
      now,
    );
    return { bytes: null, savedAt: null, absence: absence ? { key, ...absence } : null };
  }

  save(key: string, bytes: Uint8Array, at: number): void {
    const total = this.#database.transaction(() => {
      const before = this.#database.get<{ bytes: number }>(
        'SELECT bytes FROM thumbnail_use WHERE key = ?',
        key,
      );
      const newTotal = this.#total() - (before?.bytes ?? 0) + bytes.byteLength;
      this.#database.run('INSERT OR REPLACE INTO thumbnail VALUES (?, ?, ?)', key, bytes, at);
      this.#database.run('INSERT OR REPLACE INTO thumbnail_use VALUES (?, ?, ?)', key, bytes.byteLength, at);
      this.#database.run('DELETE FROM thumbnail_absence WHERE key = ?', key);
      return newTotal;
    });
    this.#bytes = total;
    if (total > this.#fullAt) this.trim();
  }

  /** Notes pictures that have been looked at, many at once. */
  noteUsed(keys: readonly string[], at: number): void {
    this.#database.transaction(() => {
      for (const key of keys) {
        this.#database.run(
          'UPDATE thumbnail_use SET used_at = ? WHERE key = ? AND used_at < ?',
          at,
          key,
          at - usePrecisionMs,
        );
      }
    });
  }

  /** Remembers what Roblox gives out to nobody, and forgets what was believed for long enough. */
  noteAbsent(absences: readonly Absence[], now: number): void {
    this.#database.transaction(() => {
      for (const { key, reason, until } of absences)
        this.#database.run('INSERT OR REPLACE INTO thumbnail_absence VALUES (?, ?, ?)', key, reason, until);
      this.#database.run('DELETE FROM thumbnail_absence WHERE until <= ?', now);
      this.#database.run(
        `DELETE FROM thumbnail_absence WHERE key IN
           (SELECT key FROM thumbnail_absence ORDER BY until DESC LIMIT -1 OFFSET ?)`,
        mostAbsences,
      );
    });
  }

  /** Evicts pictures while they are more than the cap, those not looked at for longest first. Returns how many went. */
  trim(): number {
    const cap = this.#options.capBytes();
    if (this.#total() <= cap) return 0;
    const kept = new Set(this.#options.keptKeys());
    const gone: string[] = [];
    let left = this.#total();
    let after: { used_at: number; key: string } | undefined;
    while (left > cap * shareLeft && gone.length < mostEvictedAtOnce) {
      const rows = this.#oldest(after);
      for (const { key, bytes } of rows) {
        if (left <= cap * shareLeft) break;
        if (kept.has(key)) continue;
        gone.push(key);
        left -= bytes;
      }
      after = rows.at(-1);
      if (!after) break;
    }
    this.#remove(gone);
    this.#fullAt = after ? 0 : left + cap * (1 - shareLeft);
    return gone.length;
  }

  size(): ThumbnailCacheSize {
    const { count } = this.#database.get<{ count: number }>(
      'SELECT count(*) AS count FROM thumbnail_use',
    ) ?? {
      count: 0,
    };
    return { count, bytes: this.#total() };
  }

  /** Removes every picture but those that are never evicted, and what was believed of absent ones. */
  clear(): void {
    const kept = new Set(this.#options.keptKeys());
    const keys = this.#database.all<{ key: string }>('SELECT key FROM thumbnail_use').map(({ key }) => key);
    this.#remove(keys.filter((key) => !kept.has(key)));
    this.#database.run('DELETE FROM thumbnail_absence');
  }

  #oldest(after: { used_at: number; key: string } | undefined) {
    return this.#database.all<{ key: string; bytes: number; used_at: number }>(
      'SELECT key, bytes, used_at FROM thumbnail_use WHERE (used_at, key) > (?, ?) ORDER BY used_at, key LIMIT 200',
      after?.used_at ?? Number.MIN_SAFE_INTEGER,
      after?.key ?? '',
    );
  }

  #remove(keys: readonly string[]): void {
    this.#database.transaction(() => {
      for (const key of keys) {
        this.#database.run('DELETE FROM thumbnail WHERE key = ?', key);
        this.#database.run('DELETE FROM thumbnail_use WHERE key = ?', key);
      }
    });
    this.#bytes = null;
  }

  /** Counted anew after a removal, and when the file was begun anew behind our back. */
  #total(): number {
    this.#bytes ??=
      this.#database.get<{ bytes: number }>('SELECT coalesce(sum(bytes), 0) AS bytes FROM thumbnail_use')
        ?.bytes ?? 0;
    return this.#bytes;
  }
}
