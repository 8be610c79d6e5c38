import type { BackupInterval, BackupState } from '../../../shared/backups.ts';
import { toAppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { BackupNotes } from '../../library/backups/backup-notes.ts';
import type { Backups } from './backups.ts';

export interface BackupScheduleOptions {
  readonly backups: Pick<Backups, 'makeScheduled' | 'noteFailure'>;
  readonly notes: () => Promise<BackupNotes>;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
  /** Told each time one could not be made. */
  readonly onFailed: (code: ErrorCode) => void;
}

const hourMs = 60 * 60_000;
const apartMs: Readonly<Record<Exclude<BackupInterval, 'off'>, number>> = {
  daily: 24 * hourMs,
  weekly: 7 * 24 * hourMs,
};
const againAfterMs = 15 * 60_000;
const lookEveryMs = 60_000;

/** Makes backups by itself while Satchel runs, if the person wishes. One that fails is told, and tried again. */
export class BackupSchedule {
  readonly #options: BackupScheduleOptions;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<BackupState | null> | null = null;

  constructor(options: BackupScheduleOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs);
    this.#timer.unref();
  }

  /** Makes one when it is time; null when it is not. Rejects when the library is closed. */
  look(): Promise<BackupState | null> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<BackupState | null> {
    const { backups, notes, settings, now, onFailed } = this.#options;
    const [{ backupEvery, backupsKept }, { scheduledAt, failure }] = await Promise.all([settings(), notes()]);
    if (backupEvery === 'off') return null;
    // A clock set back would otherwise put the next one off for as long as it was set back.
    if (failure && isWithin(failure.at, againAfterMs, now())) return null;
    if (!failure && scheduledAt !== null && isWithin(scheduledAt, apartMs[backupEvery], now())) return null;
    try {
      return await backups.makeScheduled(backupsKept);
    } catch (thrown) {
      const { code } = toAppError(thrown);
      // Satchel ends: that is no failure of anything.
      if (code === 'cancelled') throw thrown;
      onFailed(code);
      return backups.noteFailure({ code, at: now() });
    }
  }
}

function isWithin(time: number, durationMs: number, now: number): boolean {
  return now >= time && now - time < durationMs;
}
