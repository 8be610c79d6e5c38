import { AppError } from '../../shared/errors.ts';
import type { RunningRefresh } from '../library/refreshes.ts';
import { hourMs } from '../roblox/endpoint.ts';

/** The storage side of a refresh that goes page by page. */
export interface PagedRefresh<Page extends { readonly nextCursor: string | null }> {
  readonly running: RunningRefresh | null;
  readonly now: () => number;
  begin(): Promise<unknown>;
  fetch(cursor: string | null): Promise<Page>;
  /** Commits the page and its cursor together. */
  commit(page: Page): Promise<unknown>;
  publish(): Promise<unknown>;
}

// A cursor older than this may mean nothing to Roblox any more, and its first pages are out of date.
const resumableForMs = hourMs;

/** Fetches page after page, each committed with its cursor, going on where an earlier attempt stopped. */
export async function refreshByPage<Page extends { readonly nextCursor: string | null }>(
  refresh: PagedRefresh<Page>,
): Promise<void> {
  const { running, now } = refresh;
  const age = running ? now() - running.since : 0;
  const keptCursor = running && age >= 0 && age < resumableForMs ? running.cursor : null;
  if (keptCursor === null) await refresh.begin();
  let page = keptCursor === null ? await refresh.fetch(null) : await fetchOrBeginAgain(refresh, keptCursor);
  await refresh.commit(page);
  const seen = new Set<string>();
  // A repeated cursor would go round for ever: it means the end.
  for (let cursor = page.nextCursor; cursor !== null && !seen.has(cursor); cursor = page.nextCursor) {
    seen.add(cursor);
    page = await refresh.fetch(cursor);
    await refresh.commit(page);
  }
  await refresh.publish();
}

/** Roblox may refuse a cursor kept from an earlier attempt; then the refresh begins again from the first page. */
async function fetchOrBeginAgain<Page extends { readonly nextCursor: string | null }>(
  refresh: PagedRefresh<Page>,
  keptCursor: string,
): Promise<Page> {
  try {
    return await refresh.fetch(keptCursor);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.facts.status !== 400) throw thrown;
    await refresh.begin();
    return refresh.fetch(null);
  }
}
