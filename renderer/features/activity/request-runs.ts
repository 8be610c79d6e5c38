import type { LedgerRequest } from '../../../shared/activity.ts';

/** Requests of one kind that followed each other, as one line. */
export interface RequestRun extends LedgerRequest {
  readonly count: number;
}

/** Folds neighbours that went the same way and ended the same: a grid's hundred pictures are one line. */
export function foldRuns(requests: readonly LedgerRequest[]): readonly RequestRun[] {
  const runs: RequestRun[] = [];
  for (const request of requests) {
    const last = runs.at(-1);
    if (last && isAlike(last, request)) {
      const bytes =
        last.bytes === null && request.bytes === null ? null : (last.bytes ?? 0) + (request.bytes ?? 0);
      runs[runs.length - 1] = { ...last, count: last.count + 1, bytes };
    } else runs.push({ ...request, count: 1 });
  }
  return runs;
}

function isAlike(one: LedgerRequest, other: LedgerRequest): boolean {
  return (
    one.host === other.host &&
    one.method === other.method &&
    one.path === other.path &&
    one.status === other.status
  );
}
