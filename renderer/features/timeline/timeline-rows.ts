import type { TimelineEntry, TimelineRefresh } from '../../../shared/timeline.ts';

/** One line of the timeline: a day, a refresh of an account, or something it brought. */
export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'refresh'; readonly key: string; readonly refresh: TimelineRefresh }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly refresh: TimelineRefresh;
      readonly entry: TimelineEntry;
    };

/** The lines from the newest day on; days are those of this computer's clock. */
export function rowsOf(refreshes: readonly TimelineRefresh[]): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = '';
  for (const refresh of refreshes) {
    const own = new Date(refresh.at).toDateString();
    if (own !== day) rows.push({ kind: 'day', key: `day-${refresh.id}`, at: refresh.at });
    day = own;
    rows.push({ kind: 'refresh', key: `refresh-${refresh.id}`, refresh });
    for (const entry of refresh.entries)
      rows.push({ kind: 'entry', key: `entry-${entry.id}`, refresh, entry });
  }
  return rows;
}
