import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../electron/demo/art/random.ts';
import { keepMigrations } from '../../../electron/library/keep-schema.ts';
import { toAppError } from '../../../shared/errors.ts';
import { changed, hashOf, repack, startKept } from './kept-satchel.ts';

describe('a file that is to be restored', () => {
  it('a backup of an older Satchel refused, or one of a newer one taken', async () => {
    const kept = startKept('Ada', 1);
    const path = join(kept.files, 'a.satchel');
    await kept.backups.makeAt(path);
    const old = join(kept.files, 'old.db');
    const database = new DatabaseSync(old);
    database.exec(`${keepMigrations.slice(0, 4).join(';')}; PRAGMA user_version=4`);
    database.exec(`INSERT INTO account (id, kind, username, display_name, visibility, is_banned, position)
      VALUES (5, 'followed', 'olga', 'Olga', 'visible', 0, 0)`);
    database.exec('PRAGMA user_version=4');
    database.close();
    const older = changed(path, () => repack(path, readFileSync(old), { schema: 4 }));
    const { token } = await kept.backups.look(older);
    await kept.backups.restore(token);
    kept.restart();
    expect(kept.show()).toBe('Olga');

    const newer = new DatabaseSync(old);
    newer.exec('PRAGMA user_version=999');
    newer.close();
    const ahead = changed(path, () => repack(path, readFileSync(old)));
    await expect(kept.backups.look(ahead)).rejects.toMatchObject({ code: 'backupNewer' });
    const layout = changed(path, (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('backup 1', 'backup 2'), 'latin1'),
    );
    await expect(kept.backups.look(layout)).rejects.toMatchObject({ code: 'backupNewer' });
    expect(kept.show()).toBe('Olga');
  });

  it('a file that is none, or holds more than rows, taken for a backup', async () => {
    const kept = startKept('Ada', 1);
    const path = join(kept.files, 'a.satchel');
    await kept.backups.makeAt(path);
    const refuse = async (file: string, code: string) => {
      await expect(kept.backups.look(file), file).rejects.toMatchObject({ code });
      expect(kept.show()).toBe('Ada');
      expect(readdirSync(kept.data)).not.toContain('unfinished');
    };
    await refuse(
      changed(path, () => Buffer.alloc(0)),
      'backupEmpty',
    );
    await refuse(
      changed(path, () => Buffer.from('Name,Id\r\nHat,1\r\n')),
      'backupUnreadable',
    );
    await refuse(join(kept.data, 'keep.db'), 'backupUnreadable');
    await refuse(join(kept.files, 'nowhere.satchel'), 'fileUnreadable');
    await refuse(kept.files, 'fileUnreadable');
    const huge = join(kept.files, 'huge.satchel');
    writeFileSync(huge, '');
    truncateSync(huge, 40 * 1024 ** 3);
    await refuse(huge, 'backupUnreadable');
    await refuse(
      changed(path, () => repack(path, Buffer.from('no database'.repeat(1000)))),
      'backupDamaged',
    );
    const other = new DatabaseSync(join(kept.files, 'other.db'));
    other.exec('CREATE TABLE moz_places (id INTEGER); PRAGMA user_version=3');
    other.close();
    await refuse(
      changed(path, () => repack(path, readFileSync(join(kept.files, 'other.db')))),
      'backupDamaged',
    );
    // Its sums are right: whoever made it wanted something to happen when it is used.
    const trap = join(kept.files, 'trap.db');
    const bytes = readFileSync(path);
    const start = bytes.indexOf('SQLite format 3');
    writeFileSync(trap, bytes.subarray(start));
    const trapped = new DatabaseSync(trap);
    trapped.exec('CREATE TRIGGER t AFTER DELETE ON setting BEGIN DELETE FROM account; END');
    trapped.close();
    await refuse(
      changed(path, () => repack(path, readFileSync(trap))),
      'backupDamaged',
    );
    const claims = changed(path, () => {
      const lines = `Satchel backup 1\n${JSON.stringify({ bytes: 1 })}\n`;
      return Buffer.from(`${lines}${hashOf(lines)}\n`);
    });
    await refuse(claims, 'backupDamaged');
  });

  it('a single bit, an end that is missing, or one too much not noticed', async () => {
    const kept = startKept('Ada', 1);
    kept.collect('Hats');
    const path = join(kept.files, 'a.satchel');
    await kept.backups.makeAt(path);
    const { size } = statSync(path);
    const random = new Random(20_261_126);
    const codes = new Set<string>();
    const look = async (file: string) => {
      const code = await kept.backups.look(file).then(
        () => 'taken',
        (thrown: unknown) => toAppError(thrown).code,
      );
      codes.add(code);
    };
    // The lines at the beginning bit by bit, and bits of all the rest.
    const places = [
      ...Array.from({ length: 600 }, (_, place) => place),
      ...Array.from({ length: 60 }, () => random.whole(600, size - 1)),
    ];
    for (const place of places.filter((each, index) => index > 599 || each % 3 === 0))
      await look(
        changed(path, (bytes) => {
          bytes[place] = (bytes[place] ?? 0) ^ (1 << random.whole(0, 7));
          return bytes;
        }),
      );
    for (const end of [
      1,
      16,
      17,
      300,
      size - 1,
      ...Array.from({ length: 20 }, () => random.whole(1, size - 1)),
    ])
      await look(changed(path, (bytes) => bytes.subarray(0, end)));
    await look(changed(path, (bytes) => Buffer.concat([bytes, Buffer.from('x')])));
    // The number of its layout may be another one with one bit.
    const refusals = ['backupDamaged', 'backupNewer', 'backupUnreadable'];
    expect([...codes].filter((code) => !refusals.includes(code))).toEqual([]);
    expect(kept.show()).toBe('Ada,Hats');
    rmSync(path);
  });
});
