import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Random } from '../../../electron/demo/art/random.ts';
import { keepMigrations } from '../../../electron/library/keep-schema.ts';
import { toAppError } from '../../../shared/errors.ts';
import { addAccount } from '../../support/accounts.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { changed, startKept } from './kept-satchel.ts';

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A backup with another database in it, whose sums are right all the same. */
function repack(path: string, database: Buffer, facts: object = {}): Buffer {
  const [first = '', text = ''] = readFileSync(path, 'latin1').split('\n', 2);
  const manifest = {
    ...(JSON.parse(text) as object),
    ...facts,
    bytes: database.length,
    sha256: hashOf(database),
  };
  const lines = `${first}\n${JSON.stringify(manifest)}\n`;
  return Buffer.concat([Buffer.from(`${lines}${hashOf(lines)}\n`), database]);
}

describe('a backup', () => {
  it('one that is not laid out as is documented, or overwrites a file', async () => {
    const kept = startKept('Ada', 1);
    kept.collect('Hats');
    const path = join(kept.files, 'a.satchel');
    const state = await kept.backups.makeAt(path);
    const whole = readFileSync(path);
    expect(state.last).toEqual({ file: 'a.satchel', at: kept.clock.now, bytes: whole.length });
    const [first, text = '', sum] = whole.toString('latin1').split('\n', 3);
    expect(first).toBe('Satchel backup 1');
    expect(sum).toBe(hashOf(`${first}\n${text}\n`));
    const start = Buffer.byteLength(`${first}\n${text}\n${sum}\n`);
    expect(JSON.parse(text)).toEqual({
      ...{ savedAt: kept.clock.now, version: '1.2.3', schema: keepMigrations.length },
      counts: {
        ...{ accounts: 1, collections: 1, filedItems: 0, savedViews: 0 },
        ...{ timelineEvents: 0, outboxChanges: 0, undoSteps: 1 },
      },
      ...{ bytes: whole.length - start, sha256: hashOf(whole.subarray(start)) },
    });
    writeFileSync(join(kept.files, 'b.db'), whole.subarray(start));
    const database = new DatabaseSync(join(kept.files, 'b.db'));
    expect(database.prepare('SELECT name FROM collection').all()).toMatchObject([{ name: 'Hats' }]);
    database.close();
    await expect(kept.backups.makeAt(path)).rejects.toMatchObject({ code: 'fileExists' });
    expect(readFileSync(path)).toEqual(whole);
    expect(kept.leftovers()).toEqual(['a.satchel', 'b.db']);
  });

  it('a disk that is full, read-only or gone leaving half a backup, or said in other words', async (context) => {
    const kept = startKept('Ada', 1);
    const gone = join(kept.files, 'gone', 'a.satchel');
    await expect(kept.backups.makeAt(gone)).rejects.toMatchObject({ code: 'folderGone' });
    const stick = join(kept.files, 'stick');
    const volume = mountSmallVolume(stick, '64k');
    if (!volume) return context.skip('only root may mount a volume');
    onTestFinished(() => volume.unmount());
    await expect(kept.backups.makeAt(join(stick, 'a.satchel'))).rejects.toMatchObject({
      code: 'fileDiskFull',
    });
    expect(readdirSync(stick)).toEqual([]);
    volume.makeReadOnly();
    await expect(kept.backups.makeAt(join(stick, 'a.satchel'))).rejects.toMatchObject({
      code: 'folderReadOnly',
    });
    expect(kept.leftovers()).toEqual(['stick']);
    expect((await kept.backups.state()).last).toBeNull();
  });
});

describe('restoring', () => {
  it('what was there before lost, or changed by looking', async () => {
    const from = startKept('Ada', 1);
    from.collect('Hats');
    const path = join(from.files, 'ada.satchel');
    await from.backups.makeAt(path);
    const kept = startKept('Bob', 2);
    kept.collect('Swords');
    kept.library.accounts.setLeftover(7, true);
    kept.library.settings.change({ theme: 'dark' });

    const preview = await kept.backups.look(path);
    expect(preview).toMatchObject({
      ...{ file: 'ada.satchel', savedAt: from.clock.now, version: '1.2.3' },
      ...{ inBackup: { accounts: 1, collections: 1 }, now: { accounts: 1, collections: 1 } },
      ...{ accounts: [{ id: 1, name: 'Ada', kind: 'signedIn' }], leaving: [{ id: 2, name: 'Bob' }] },
    });
    expect(kept.show()).toBe('Bob,Swords');
    await kept.backups.restore(preview.token);
    expect(kept.relaunches()).toBe(1);
    expect(() => kept.library.collections.state()).toThrow(expect.objectContaining({ code: 'cancelled' }));
    kept.restart();
    expect(kept.show()).toBe('Ada,Hats');
    expect(kept.library.settings.read().theme).toBe('system');
    // Nobody else removes the session of an account that is gone with this.
    expect(kept.library.accounts.read().leftovers).toEqual([2, 7]);
    const before = 'Satchel backup 2026-11-26 14.03.22 before restore.satchel';
    const { restored } = await kept.backups.state();
    expect(restored).toEqual({ at: kept.clock.now, savedAt: from.clock.now, before });

    const back = await kept.backups.look(join(kept.data, 'backups', before));
    kept.clock.now += 5000;
    await kept.backups.restore(back.token);
    kept.restart();
    expect(kept.show()).toBe('Bob,Swords');
    expect(kept.library.settings.read().theme).toBe('dark');
    expect(kept.library.accounts.read().leftovers).toEqual([1, 7]);
    await expect(kept.backups.restore(back.token)).rejects.toMatchObject({ code: 'backupForgotten' });
  });

  it('lists of an account that has gone kept, or those of one that stays lost', async () => {
    const kept = startKept('Ada', 1);
    const path = join(kept.files, 'ada.satchel');
    await kept.backups.makeAt(path);
    addAccount(kept.library, 2);
    for (const id of [1, 2]) {
      kept.library.holdings.begin(id, 'own/AssetType/8/', 1);
      kept.library.holdings.publish(id, 'own/AssetType/8/', 1);
    }
    await kept.backups.restore((await kept.backups.look(path)).token);
    kept.restart();
    expect(kept.library.refreshes.state(1, 'own/AssetType/8/').savedAt).toBe(1);
    expect(kept.library.refreshes.state(2, 'own/AssetType/8/').savedAt).toBeNull();
  });

  it('a session that the keychain here has taken for one that has ended, or put together with other words', async () => {
    const kept = startKept('Ada', 1);
    kept.library.accounts.setSessionWarning(1, 'before');
    kept.library.accounts.setSignInProblem(1, 'sessionEnded');
    const path = join(kept.files, 'ada.satchel');
    await kept.backups.makeAt(path);
    kept.library.accounts.setSessionWarning(1, 'now');
    kept.library.accounts.setSignInProblem(1, null);
    await kept.backups.restore((await kept.backups.look(path)).token);
    kept.restart();
    expect(kept.library.accounts.read().signIn[1]).toEqual({ warning: 'now', problem: null });
  });

  it('something written while it was being kept lost with it', async () => {
    const kept = startKept('Ada', 1);
    const path = join(kept.files, 'ada.satchel');
    await kept.backups.makeAt(path);
    const { token } = await kept.backups.look(path);
    let isWriting = true;
    // As a refresh or the outbox does: between the copy and the moment it would be replaced.
    const { backups } = kept.library;
    const copy = backups.copy.bind(backups);
    backups.copy = (target) => {
      const copied = copy(target);
      if (isWriting) kept.collect('Late');
      return copied;
    };
    await expect(kept.backups.restore(token)).rejects.toMatchObject({ code: 'restoreBusy' });
    expect(kept.show()).toBe('Ada,Late,Late,Late,Late,Late');
    expect(readdirSync(join(kept.data, 'backups'))).toEqual([]);
    isWriting = false;
    await kept.backups.restore(token);
    kept.restart();
    expect(kept.show()).toBe('Ada');
  });

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

it('changes for Roblox sent again because a backup had them waiting', async () => {
  const kept = startKept('Ada', 1);
  kept.library.outbox.accept(1, 'in', [{ type: 'Asset', id: 5 }], 1);
  const path = join(kept.files, 'a.satchel');
  await kept.backups.makeAt(path);
  const { token, inBackup } = await kept.backups.look(path);
  expect(inBackup.outboxChanges).toBe(1);
  await kept.backups.restore(token);
  kept.restart();
  expect(kept.library.outbox.list()).toMatchObject([{ state: 'parked', error: { code: 'changeRestored' } }]);
  expect(kept.library.sendings.next(1, 10)).toBeNull();
});
