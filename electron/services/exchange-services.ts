import { en } from '../../shared/locales/en.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { Ledger } from '../roblox/ledger.ts';
import type { ActivityJournal } from '../sync/activity-journal.ts';
import { BackupDesk } from './backups/backup-desk.ts';
import { BackupSchedule } from './backups/backup-schedule.ts';
import { Backups } from './backups/backups.ts';
import type { Emit } from './emit.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { ListExport } from './list-export.ts';

export interface ExchangeServicesOptions {
  readonly library: RemoteLibrary;
  readonly dialogs: FileDialogs;
  /** Where the library's files are. */
  readonly dataFolder: string;
  readonly version: string;
  readonly journal: Pick<ActivityJournal, 'noteProblem' | 'refreshes' | 'problems'>;
  readonly ledger: Pick<Ledger, 'recent'>;
  readonly emit: Emit;
}

export interface ExchangeServices {
  readonly listExport: ListExport;
  readonly backupDesk: BackupDesk;
  /** Makes a backup when it is time for one. */
  readonly backupSchedule: BackupSchedule;
}

/** What of the library goes into files and comes back from them. */
export function createExchangeServices(options: ExchangeServicesOptions): ExchangeServices {
  const { library, dialogs, journal, ledger, emit } = options;
  const backups = new Backups({
    ...{ library, dataFolder: options.dataFolder, version: options.version, now: Date.now },
    onChanged: (state) => emit('backups.changed', state),
    relaunch: () => dialogs.relaunch(),
  });
  const backupSchedule = new BackupSchedule({
    backups,
    notes: () => library.backups.notes(),
    settings: () => library.settings.read(),
    now: Date.now,
    onFailed: (code) => journal.noteProblem({ kind: 'backup', accountId: null, subject: 'backup', code }),
  });
  const { fileTitle, fileName, formats } = en.window.exporting;
  return {
    listExport: new ListExport({
      library,
      chooseFile: ({ format, title }) =>
        dialogs.chooseNewFile({
          title: fileTitle,
          name: fileName.replace('{title}', () => toFileName(title)),
          kind: formats[format],
          extension: format,
        }),
      showFile: (path) => dialogs.showFile(path),
      async readActivity(list) {
        if (list === 'requests') return { requests: ledger.recent() };
        return list === 'refreshes'
          ? { refreshes: await journal.refreshes() }
          : { problems: await journal.problems() };
      },
    }),
    backupDesk: new BackupDesk(backups, dialogs, Date.now),
    backupSchedule,
  };
}

/** What no file system takes offence at. */
function toFileName(title: string): string {
  return title
    .toWellFormed()
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .replace(/[. ]+$/, '');
}
