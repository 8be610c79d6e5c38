import type { SourceOf } from '../../../shared/exports.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import type { Sliced } from '../slices.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { ToldEntry } from '../timeline/entry-pages.ts';
import { linkCell, timeCell, type ExportCells, type NameOf, type RowSource } from './export-cells.ts';

/** What the timeline tells, newest first, as rows: all that passes the filter, in order. */
export function* timelineRows(
  timeline: Pick<Timeline, 'entryIds' | 'entries'>,
  { scope, kinds, search, item }: SourceOf<'timeline'>,
  nameOf: NameOf,
): Sliced<RowSource> {
  const ids = yield* timeline.entryIds(scope, { kinds, search, item });
  return {
    total: ids.length,
    read: (start, end) =>
      timeline.entries(ids.subarray(start, end)).map((told) => ({ cells: toCells(told, nameOf) })),
  };
}

function toCells({ at, accountId, item, change }: ToldEntry, nameOf: NameOf): ExportCells {
  const { type, id, name, assetType, isDeleted } = item;
  return {
    at: () => timeCell(at),
    account: () => nameOf(accountId),
    accountId: () => accountId,
    change: () => ({ code: change.kind, words: exporting.changes[change.kind] }),
    name: () => name,
    type: () => type,
    id: () => id,
    link: () => linkCell({ type, id }, assetType),
    isDeleted: () => isDeleted,
    copies: () => ('copies' in change ? change.copies : null),
    left: () => ('copies' in change ? change.others : null),
    serials: () => ('copies' in change ? change.serials : null),
    from: () => ('from' in change ? change.from : null),
    to: () => ('to' in change ? change.to : null),
    isAverage: () => (change.kind === 'repriced' ? change.isAverage : null),
  };
}
