import { basename } from 'node:path';
import type { Scope } from '../../shared/accounts.ts';
import { en } from '../../shared/locales/en.ts';
import type {
  TimelineCursor,
  TimelineEntry,
  TimelineExport,
  TimelineKind,
  TimelineRefresh,
} from '../../shared/timeline.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import { toCsv, utf8Mark } from '../library/csv-cells.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { itemPage } from '../roblox/item-page.ts';
import { NewFile } from './new-file.ts';

export interface TimelineExportOptions {
  readonly timeline: Pick<RemoteLibrary['timeline'], 'list'>;
  readonly book: Pick<AccountBook, 'fullName'>;
  readonly chooseFile: () => Promise<string | null>;
}

export interface TimelineAsked {
  readonly scope: Scope;
  readonly kinds: readonly TimelineKind[];
  readonly search: string;
}

/**
 * Writes what the timeline tells, page by page and newest first, as a table. Throws as `NewFile`; null when the person thinks
 * better of it.
 */
export async function exportTimeline(
  { timeline, book, chooseFile }: TimelineExportOptions,
  { scope, ...filter }: TimelineAsked,
): Promise<TimelineExport | null> {
  const path = await chooseFile();
  if (path === null) return null;
  const file = await NewFile.begin(path);
  try {
    await file.write(utf8Mark + toCsv([Object.values(en.timelineFile.columns)]));
    let changes = 0;
    let before: TimelineCursor | null = null;
    do {
      const { refreshes, next }: Awaited<ReturnType<typeof timeline.list>> = await timeline.list(scope, {
        before,
        ...filter,
      });
      const rows = refreshes.flatMap((refresh) =>
        refresh.entries.map((entry) => toCells(refresh, book.fullName(refresh.accountId), entry)),
      );
      if (rows.length > 0) await file.write(toCsv(rows));
      changes += rows.length;
      before = next;
    } while (before !== null);
    await file.finish();
    return { file: basename(path), changes };
  } catch (thrown) {
    await file.discard();
    throw thrown;
  }
}

function toCells({ at }: TimelineRefresh, account: string, { item, change }: TimelineEntry): string[] {
  const { type, id, name, assetType } = item;
  return [
    ...[new Date(at).toISOString(), account, en.timelineFile.changes[change.kind], type, String(id), name],
    ...('copies' in change
      ? [String(change.copies), String(change.others), change.serials.join(' '), '', '']
      : ['', '', '', ...[change.from, change.to].map((value) => [value].flat().join(', '))]),
    type === 'Avatar' ? '' : itemPage({ type, id }, assetType),
  ];
}
