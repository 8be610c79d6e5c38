import type { ActivityList, LedgerRequest, ProblemRecord, RefreshRecord } from '../../../shared/activity.ts';
import { activity } from '../../../shared/locales/en/activity.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import type { OutboxChange } from '../../../shared/outbox.ts';
import {
  errorCell,
  linkCell,
  sourceOf,
  timeCell,
  type CodedCell,
  type ExportCells,
  type NameOf,
  type RowSource,
} from './export-cells.ts';

/** Lists of Activity. They are not the library's, and come with the wish to export one. */
export interface ActivityRecords {
  readonly refreshes?: readonly RefreshRecord[];
  readonly problems?: readonly ProblemRecord[];
  readonly requests?: readonly LedgerRequest[];
}

/** Changes that wait for Roblox, as rows. */
export function outboxRows(changes: readonly OutboxChange[], nameOf: NameOf): RowSource {
  return sourceOf(changes, ({ accountId, item, name, wish, state, acceptedAt, attempts, error }) => ({
    at: () => timeCell(acceptedAt),
    ...accountCells(accountId, nameOf),
    wish: () => ({ code: wish, words: exporting.wishes[wish] }),
    name: () => name,
    type: () => item.type,
    id: () => item.id,
    link: () => linkCell(item, null),
    state: () => ({ code: state, words: exporting.changeStates[state] }),
    attempts: () => attempts,
    code: () => (error ? errorCell(error.code) : null),
    reason: () => error?.message ?? null,
  }));
}

/** What Satchel did, as rows. Nothing in them is a secret. `categories` are names by key. */
export function activityRows(
  list: ActivityList,
  records: ActivityRecords,
  nameOf: NameOf,
  categories: ReadonlyMap<string, string>,
): RowSource {
  switch (list) {
    case 'refreshes':
      return sourceOf(records.refreshes ?? [], (one) => ({
        at: () => timeCell(one.startedAt),
        ended: () => timeCell(one.endedAt),
        ...accountCells(one.accountId, nameOf),
        subject: () => subjectCell(one.subject, categories),
        outcome: () => outcomeOf(one),
        unreadableRows: () => one.unreadableRows,
      }));
    case 'problems':
      return sourceOf(records.problems ?? [], (one) => ({
        kind: () => ({ code: one.kind, words: exporting.problemKinds[one.kind] }),
        ...accountCells(one.accountId, nameOf),
        subject: () => subjectCell(one.subject, categories),
        code: () => (one.code ? errorCell(one.code) : null),
        times: () => one.count,
        first: () => timeCell(one.firstAt),
        last: () => timeCell(one.lastAt),
        samples: () => one.samples,
      }));
    case 'requests':
      return sourceOf(records.requests ?? [], (one) => ({
        at: () => timeCell(one.at),
        method: () => one.method,
        host: () => one.host,
        path: () => one.path,
        status: () => one.status,
        bytes: () => one.bytes,
      }));
  }
}

/** A list by its name, where it has one. */
function subjectCell(subject: string, categories: ReadonlyMap<string, string>): CodedCell {
  const { favourite, ...others } = activity.subjects;
  const name = categories.get(subject);
  const other = Object.entries(others).find(([key]) => key === subject)?.[1];
  const inFavourites =
    subject.startsWith('favorites/') && name ? favourite.replace('{name}', () => name) : null;
  return { code: subject, words: inFavourites ?? name ?? other ?? subject };
}

function outcomeOf({ code, endedAt }: RefreshRecord): CodedCell {
  if (code) return errorCell(code);
  const outcome = endedAt === null ? 'underWay' : 'complete';
  return { code: outcome, words: exporting.outcomes[outcome] };
}

function accountCells(accountId: number | null, nameOf: NameOf): ExportCells {
  return {
    account: () => (accountId === null ? null : nameOf(accountId)),
    accountId: () => accountId,
  };
}
