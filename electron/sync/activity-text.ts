import type { ActivityList } from '../../shared/activity.ts';
import type { Ledger } from '../roblox/ledger.ts';
import type { ActivityJournal } from './activity-journal.ts';

type Cell = string | number | null;

// More than anybody reads, and still fit for a mail.
const mostLines = 500;

/** A list of Activity as text, tab between cells: for whoever helps. Accounts are ids, and nothing in it is a secret. */
export async function activityText(
  list: ActivityList,
  journal: Pick<ActivityJournal, 'refreshes' | 'problems'>,
  ledger: Pick<Ledger, 'recent'>,
): Promise<string> {
  switch (list) {
    case 'refreshes':
      return toText(
        ['started', 'ended', 'account', 'subject', 'outcome', 'unreadable rows'],
        (await journal.refreshes()).map((one) => [
          time(one.startedAt),
          one.endedAt === null ? null : time(one.endedAt),
          one.accountId,
          one.subject,
          one.code ?? (one.endedAt === null ? 'under way' : 'complete'),
          one.unreadableRows,
        ]),
      );
    case 'problems':
      return toText(
        ['first', 'last', 'times', 'kind', 'account', 'subject', 'code', 'samples'],
        (await journal.problems()).map((one) => [
          time(one.firstAt),
          time(one.lastAt),
          one.count,
          one.kind,
          one.accountId,
          one.subject,
          one.code,
          one.samples.join('; '),
        ]),
      );
    case 'requests':
      return toText(
        ['at', 'method', 'host', 'path', 'status', 'bytes'],
        ledger
          .recent()
          .map((one) => [time(one.at), one.method, one.host, one.path, one.status ?? 'no answer', one.bytes]),
      );
  }
}

function toText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows.slice(0, mostLines)];
  return `${lines.map((cells) => cells.map((cell) => cell ?? '-').join('\t')).join('\n')}\n`;
}

function time(at: number): string {
  return new Date(at).toISOString();
}
