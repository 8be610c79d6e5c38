import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BackupSchedule } from '../../../electron/services/backups/backup-schedule.ts';
import { startKept } from './kept-satchel.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function start() {
  const kept = startKept('Ada', 1);
  const failed: string[] = [];
  const schedule = new BackupSchedule({
    ...{ backups: kept.backups, now: () => kept.clock.now, onFailed: (code) => failed.push(code) },
    notes: () => Promise.resolve(kept.library.backups.notes()),
    settings: () => Promise.resolve(kept.library.settings.read()),
  });
  onTestFinished(() => schedule.close());
  const own = join(kept.data, 'backups');
  return { kept, schedule, failed, own };
}

it('a backup nobody asked for, one too often, or one that a clock set back puts off for good', async () => {
  const { kept, schedule, own } = start();
  expect(await schedule.look()).toBeNull();
  kept.library.settings.change({ backupEvery: 'daily' });
  const state = await schedule.look();
  const first = 'Satchel backup 2026-11-26 14.03.22 scheduled.satchel';
  expect(state).toMatchObject({ last: { file: first, at: kept.clock.now }, failure: null });
  kept.clock.now += dayMs - 1;
  expect(await schedule.look()).toBeNull();
  kept.clock.now += 1;
  expect((await schedule.look())?.last?.file).toBe('Satchel backup 2026-11-27 14.03.22 scheduled.satchel');
  kept.library.settings.change({ backupEvery: 'weekly' });
  kept.clock.now += dayMs;
  expect(await schedule.look()).toBeNull();
  kept.clock.now -= 400 * dayMs;
  await schedule.look();
  expect(readdirSync(own)).toHaveLength(3);
});

it('more kept than wished, or one that goes although a person made it, or it is the newest', async () => {
  const { kept, schedule, own } = start();
  kept.library.settings.change({ backupEvery: 'daily', backupsKept: 2 });
  mkdirSync(own);
  const others = [
    'Satchel backup 2026-11-01.satchel',
    'Satchel backup 2026-11-02 10.00.00 before restore.satchel',
    'holiday.satchel',
  ];
  for (const other of others) writeFileSync(join(own, other), 'mine');
  for (let day = 0; day < 4; day += 1) {
    await schedule.look();
    kept.clock.now += dayMs;
  }
  const names = (...days: number[]) =>
    days.map((day) => `Satchel backup 2026-11-${day} 14.03.22 scheduled.satchel`);
  expect(readdirSync(own).toSorted()).toEqual([...others, ...names(28, 29)].toSorted());
  kept.clock.now -= 20 * dayMs;
  await schedule.look();
  expect(readdirSync(own)).toContain('Satchel backup 2026-11-10 14.03.22 scheduled.satchel');
  expect(readdirSync(own).filter((file) => file.includes('scheduled'))).toHaveLength(2);
});

it('a backup of another computer that shares the folder removed to make room', async () => {
  const [one, other] = [start(), start()];
  const shared = join(one.kept.files, 'cloud');
  mkdirSync(shared);
  other.kept.clock.now += minuteMs;
  for (const { kept } of [one, other]) {
    await kept.backups.setFolder(shared);
    kept.library.settings.change({ backupEvery: 'daily', backupsKept: 2 });
  }
  for (let day = 0; day < 4; day += 1) {
    for (const { kept, schedule } of [one, other]) {
      await schedule.look();
      kept.clock.now += dayMs;
    }
    // Which ones are its own it knows after a start too.
    one.kept.restart();
  }
  const names = (time: string) =>
    [28, 29].map((day) => `Satchel backup 2026-11-${day} ${time}.22 scheduled.satchel`);
  expect(readdirSync(shared).toSorted()).toEqual([...names('14.03'), ...names('14.04')].toSorted());
});

it('one that fails told to nobody, not tried again, or still told when it was made', async () => {
  const { kept, schedule, failed, own } = start();
  const stick = join(kept.files, 'stick');
  await kept.backups.setFolder(stick);
  kept.library.settings.change({ backupEvery: 'daily' });
  const since = kept.clock.now;
  expect(await schedule.look()).toMatchObject({ failure: { code: 'folderGone', at: since }, last: null });
  expect(failed).toEqual(['folderGone']);
  expect(kept.states.at(-1)).toMatchObject({ failure: { code: 'folderGone' } });
  kept.clock.now += 14 * minuteMs;
  expect(await schedule.look()).toBeNull();
  kept.clock.now += minuteMs;
  await schedule.look();
  expect(failed).toHaveLength(2);
  mkdirSync(stick);
  kept.clock.now += 15 * minuteMs;
  expect(await schedule.look()).toMatchObject({ failure: null, last: { at: kept.clock.now } });
  expect(readdirSync(stick)).toHaveLength(1);
  // What is wrong with a folder that is used no more is nobody's trouble.
  rmSync(stick, { recursive: true });
  kept.clock.now += dayMs;
  await schedule.look();
  expect(await kept.backups.setFolder(null)).toMatchObject({ failure: null, folder: null });
  await schedule.look();
  expect(readdirSync(own)).toHaveLength(1);
});
