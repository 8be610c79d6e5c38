import * as z from 'zod/mini';
import type { BackupState, RestorePreview } from './backups.ts';
import { historyRanges } from './collectible-lines.ts';
import { forCopies, forMovers } from './collectible-requests.ts';
import { collectionSorts } from './collections.ts';
import { columnsOf, exportTables } from './export-tables.ts';
import { mostGathered, tableFormats, type ExportProgress } from './exports.ts';
import { accountId, itemRef, nothing, scope, timelineFilter, view } from './inputs.ts';
import { lineIds } from './ownership-requests.ts';
import { route } from './route.ts';

const number = z.int().check(z.positive());
const list = z.discriminatedUnion('kind', [
  z.extend(view, { kind: z.literal('view') }),
  z.strictObject({
    kind: z.literal('collection'),
    id: number,
    search: z.string().check(z.maxLength(20_000)),
    sort: z.enum(collectionSorts),
  }),
  z.strictObject({ kind: z.literal('profile'), accountId }),
  z.extend(z.omit(forCopies, { unfolded: true }), { kind: z.literal('collectibles') }),
  z.strictObject({ kind: z.literal('ownership'), lines: lineIds }),
  z.strictObject({
    ...{ kind: z.literal('contents'), item: itemRef },
    parts: z.readonly(z.array(itemRef).check(z.maxLength(mostGathered))),
  }),
  z.strictObject({ kind: z.literal('item'), item: itemRef }),
  z.strictObject({ kind: z.literal('timeline'), scope, ...timelineFilter, item: z.optional(itemRef) }),
  z.extend(forMovers, { kind: z.literal('movers') }),
  z.strictObject({
    ...{ kind: z.literal('days'), scope },
    range: z.enum(historyRanges),
    isTogether: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('outbox') }),
  z.strictObject({ kind: z.literal('activity'), list: z.enum(['refreshes', 'problems', 'requests']) }),
]);
const columns = [...new Set(exportTables.flatMap(columnsOf))];
const forExport = z.strictObject({ number });

/** Lists to files: one line per capability, as in `requests`. */
export const exchangeRequests = {
  /** Gathers items for an export in parts: the first with `number` null, the rest with the number that answers. */
  'exports.gather': route<number>()(
    z.strictObject({
      number: z.nullable(number),
      items: z.readonly(z.array(itemRef).check(z.minLength(1), z.maxLength(mostGathered))),
    }),
  ),
  /**
   * Asks where to; null when the person thinks better of it. From then on it is known what is exported, whatever becomes
   * of the list. `title` is what the file is called at first. `fileExists`, `fileDiskFull`, `folderReadOnly`, `folderGone`.
   */
  'exports.begin': route<ExportProgress | null>()(
    z.strictObject({
      list,
      gathered: z.nullable(number),
      format: z.enum(tableFormats),
      columns: z.readonly(z.array(z.enum(columns)).check(z.minLength(1), z.maxLength(columns.length))),
      title: z.string().check(z.maxLength(200)),
    }),
  ),
  /** Writes some more of it. There is no file of that name until there is all of it. */
  'exports.go': route<ExportProgress>()(forExport),
  /** Leaves nothing behind. */
  'exports.cancel': route<null>()(forExport),
  /** Shows what was exported last where the operating system shows files. */
  'exports.show': route<null>()(nothing),

  'backups.state': route<BackupState>()(nothing),
  /** Asks where to; null when the person thinks better of it. Throws as `exports.begin`. */
  'backups.make': route<BackupState | null>()(nothing),
  /** Asks for the folder of backups that are made by themselves, or with `usual` takes Satchel's own. */
  'backups.chooseFolder': route<BackupState>()(z.strictObject({ isUsual: z.boolean() })),
  'backups.showFolder': route<null>()(nothing),
  /** Asks for a backup and looks at it; null when the person thinks better of it. `backupDamaged`, `backupNewer`, … */
  'backups.preview': route<RestorePreview | null>()(nothing),
  /**
   * Keeps what is here now in a backup of its own, puts the one that was looked at in its place, and starts Satchel again.
   * All of it or nothing: `backupForgotten`, `restoreBusy`.
   */
  'backups.restore': route<null>()(z.strictObject({ token: number })),
} as const;
