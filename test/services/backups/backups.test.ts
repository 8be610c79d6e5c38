import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepMigrations } from '../../../electron/library/keep-schema.ts';
import { addAccount } from '../../support/accounts.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { changed, hashOf, repack, startKept } from './kept-satchel.ts';

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
        ...{ timelineEvents: 0, outboxChanges: 0, undoSteps: 1, ownershipLines: 0, collectibleDays: 0 },
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
    from.library.ownershipList.paste('12\n13\nrubbish', false);
    const path = join(from.files, 'ada.satchel');
    await from.backups.makeAt(path);
    const kept = startKept('Bob', 2);
    kept.collect('Swords');
    kept.library.accounts.setLeftover(7, true);
    kept.library.settings.change({ theme: 'dark' });

    const preview = await kept.backups.look(path);
    expect(preview).toMatchObject({
      ...{ file: 'ada.satchel', savedAt: from.clock.now, version: '1.2.3' },
      inBackup: { accounts: 1, collections: 1, ownershipLines: 3 },
      now: { accounts: 1, collections: 1, ownershipLines: 0 },
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

  it('a backup of a Satchel that counted less not taken', async () => {
    const kept = startKept('Ada', 1);
    const path = join(kept.files, 'ada.satchel');
    await kept.backups.makeAt(path);
    const bytes = readFileSync(path);
    const counts = {
      ...{ accounts: 1, collections: 0, filedItems: 0, savedViews: 0 },
      ...{ timelineEvents: 0, outboxChanges: 0, undoSteps: 0 },
    };
    const older = changed(path, () =>
      repack(path, bytes.subarray(bytes.indexOf('SQLite format 3')), { counts }),
    );
    expect(await kept.backups.look(older)).toMatchObject({
      inBackup: { ...counts, ownershipLines: 0, collectibleDays: 0 },
    });
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
