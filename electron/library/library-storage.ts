import { statSync } from 'node:fs';
import type { AccountSize, CompactOutcome, LibrarySize } from '../../shared/storage.ts';
import type { Database } from './database.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';

/** The library as files on a disk: how large they are, and how to make them smaller. */
export class LibraryStorage {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #thumbnails: ThumbnailCache;

  constructor(cache: Database, keep: Database, thumbnails: ThumbnailCache) {
    this.#cache = cache;
    this.#keep = keep;
    this.#thumbnails = thumbnails;
  }

  size(): LibrarySize {
    const thumbnails = this.#thumbnails.size();
    const { bytes, freeBytes } = this.#cache.size();
    const ofAccounts = Math.max(0, bytes - freeBytes - thumbnails.bytes);
    return {
      bytes: this.#bytesOnDisk(),
      freeBytes: freeBytes + this.#keep.size().freeBytes,
      thumbnails,
      accounts: this.#accounts(ofAccounts),
    };
  }

  /** Gives back to the disk what holds nothing any more. */
  compact(): CompactOutcome {
    const before = this.#bytesOnDisk();
    this.#cache.compact();
    this.#keep.compact();
    return { before, after: this.#bytesOnDisk() };
  }

  /** Throws why the files cannot be written. */
  probe(): void {
    this.#keep.probe();
    this.#cache.probe();
  }

  /**
   * Facts about items are shared, so an account's part is an estimate: its share of all rows. What was given up and is
   * still being deleted is nobody's.
   */
  #accounts(bytes: number): AccountSize[] {
    const counted = this.#cache.all<{ account_id: number; number: number }>(
      `SELECT account_id, sum(number) AS number FROM (
         SELECT account_id, count(*) AS number FROM holding GROUP BY account_id
         UNION ALL SELECT account_id, count(*) FROM copy GROUP BY account_id
         UNION ALL SELECT account_id, count(*) FROM collectible GROUP BY account_id
         UNION ALL SELECT account_id, count(*) FROM category GROUP BY account_id
       ) WHERE account_id IN (SELECT account_id FROM refresh) GROUP BY account_id`,
    );
    const all = counted.reduce((sum, { number }) => sum + number, 0);
    return counted.map(({ account_id, number }) => ({
      accountId: account_id,
      rows: number,
      bytes: Math.round((bytes * number) / all),
    }));
  }

  #bytesOnDisk(): number {
    const files = [this.#cache.path, this.#keep.path].flatMap((path) => [path, `${path}-wal`]);
    return files.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  }
}
