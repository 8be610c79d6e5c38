import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheMigrations } from '../../electron/library/cache-schema.ts';
import { Database } from '../../electron/library/database.ts';
import { ThumbnailCache } from '../../electron/library/thumbnail-cache.ts';
import { temporaryFolder } from '../support/library-folder.ts';

const hour = 60 * 60 * 1000;
const picture = (bytes: number) => new Uint8Array(bytes);

function openCache(options: { cap?: number; kept?: string[]; path?: string } = {}) {
  const path = options.path ?? join(temporaryFolder(), 'cache.db');
  const database = new Database({
    path,
    migrations: cacheMigrations,
    isRebuildable: true,
    synchronous: 'NORMAL',
    onSetAside: () => undefined,
  });
  onTestFinished(() => database.close());
  const limits = { cap: options.cap ?? 1_000_000 };
  const cache = new ThumbnailCache(database, {
    capBytes: () => limits.cap,
    keptKeys: () => options.kept ?? [],
  });
  const has = (key: string) => cache.find(key, 0).bytes !== null;
  return { cache, database, has, limits, path };
}

describe('the cap', () => {
  it('passed, or making room by the wrong pictures', () => {
    const { cache, has } = openCache({ cap: 10_000 });
    for (let number = 0; number < 10; number += 1) cache.save(`Asset-${number}-150`, picture(1000), number);
    cache.noteUsed(['Asset-0-150'], 2 * hour);
    cache.save('Asset-10-150', picture(1000), 3 * hour);
    expect(cache.size().bytes).toBeLessThanOrEqual(10_000);
    expect(has('Asset-0-150')).toBe(true);
    expect(has('Asset-1-150')).toBe(false);
    expect(has('Asset-10-150')).toBe(true);
  });

  it('evicting what Roblox may not have any more, or looking for ever for something else', () => {
    const kept = Array.from({ length: 12 }, (_, number) => `Asset-${number}-150`);
    const { cache, has } = openCache({ cap: 10_000, kept });
    for (const [number, key] of kept.entries()) cache.save(key, picture(1000), number);
    expect(kept.every(has)).toBe(true);
    cache.save('Asset-99-150', picture(1000), 99);
    cache.save('Asset-98-150', picture(1000), 100);
    expect(kept.every(has)).toBe(true);
    expect(cache.size().bytes).toBeLessThanOrEqual(14_000);
  });

  it('lowered by the person and not kept until the next picture', () => {
    const { cache, limits } = openCache({ cap: 1_000_000 });
    for (let number = 0; number < 900; number += 1) cache.save(`Asset-${number}-150`, picture(1000), number);
    limits.cap = 10_000;
    while (cache.trim() > 0);
    expect(cache.size().bytes).toBeLessThanOrEqual(10_000);
    expect(cache.size().count).toBeGreaterThan(5);
  });

  it('counting a picture twice that came again', () => {
    const { cache } = openCache();
    cache.save('Asset-1-150', picture(1000), 1);
    cache.save('Asset-1-150', picture(400), 2);
    expect(cache.size()).toEqual({ count: 1, bytes: 400 });
  });
});

describe('what Roblox gives out to nobody', () => {
  it('asked for again after a restart, or believed for ever', () => {
    const { cache, database, path } = openCache();
    cache.noteAbsent([{ key: 'Asset-1-150', reason: 'blocked', until: 5000 }], 1000);
    database.close();
    const again = openCache({ path }).cache;
    expect(again.find('Asset-1-150', 4999).absence?.reason).toBe('blocked');
    expect(again.find('Asset-1-150', 5000).absence).toBeNull();
  });

  it('outlasting the picture that came after all', () => {
    const { cache } = openCache();
    cache.noteAbsent([{ key: 'Asset-1-150', reason: 'inReview', until: 5000 }], 1000);
    cache.save('Asset-1-150', picture(10), 2000);
    expect(cache.find('Asset-1-150', 3000)).toEqual({ bytes: picture(10), savedAt: 2000, absence: null });
  });
});

describe('clearing', () => {
  it('leaving pictures, or taking those that cannot be had again', () => {
    const { cache, has } = openCache({ kept: ['Asset-2-150'] });
    for (const number of [1, 2, 3]) cache.save(`Asset-${number}-150`, picture(10), number);
    cache.clear();
    expect([1, 2, 3].filter((number) => has(`Asset-${number}-150`))).toEqual([2]);
    expect(cache.size()).toEqual({ count: 1, bytes: 10 });
  });
});

describe('a cache of before', () => {
  it('losing its pictures, or their size, with the new schema', () => {
    const path = join(temporaryFolder(), 'cache.db');
    const older = new Database({
      path,
      migrations: cacheMigrations.slice(0, 1),
      isRebuildable: true,
      synchronous: 'NORMAL',
      onSetAside: () => undefined,
    });
    older.run('INSERT INTO thumbnail VALUES (?, ?, ?)', 'Asset-1-150', picture(700), 5);
    older.close();
    const { cache, has } = openCache({ path });
    expect(has('Asset-1-150')).toBe(true);
    expect(cache.size()).toEqual({ count: 1, bytes: 700 });
  });
});
