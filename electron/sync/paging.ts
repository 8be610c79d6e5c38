import { AppError } from '../../shared/errors.ts';
import type { RefreshState } from '../library/refreshes.ts';
import { isResumable } from './resumable.ts';

interface AnyPage {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
}

/** The storage side of a refresh that goes page by page. */
export interface PagedRefresh<Page extends AnyPage> {
  readonly now: () => number;
  state(): Promise<RefreshState>;
  begin(): Promise<unknown>;
  fetch(cursor: string | null): Promise<Page>;
  /** Commits the page and its cursor together. */
  commit(page: Page): Promise<unknown>;
  publish(): Promise<unknown>;
}

// A list may thin out between two pages, or grow and show a page twice; that many idle ones in a row are no list.
const mostIdlePages = 20;
const mostPages = 50_000;

/**
 * Fetches page after page, each committed with its cursor, going on where an earlier attempt stopped. Throws `listEndless`
 * for a list that goes round and round and would take something away from what is published, `answerMalformed` for one
 * that would take all of it away because none of its rows can be read.
 */
export async function refreshByPage<Page extends AnyPage>(refresh: PagedRefresh<Page>): Promise<void> {
  const { running } = await refresh.state();
  const keptCursor = running && isResumable(running.since, refresh.now()) ? running.cursor : null;
  if (keptCursor === null) await refresh.begin();
  const first =
    keptCursor === null ? await refresh.fetch(null) : await fetchOrBeginAgain(refresh, keptCursor);
  await refresh.commit(first);
  const round = new Round();
  let page = first;
  while (page.nextCursor !== null && !round.isClosedBy(page)) {
    page = await refresh.fetch(page.nextCursor);
    if (!round.hasSeen(page)) await refresh.commit(page);
  }
  const { publishedRows, running: read } = await refresh.state();
  const received = read?.received ?? 0;
  // Its end was never seen: it is believed as far as it takes nothing away. Read in two goes, rows may have counted twice.
  if (page.nextCursor !== null && publishedRows > 0 && (keptCursor !== null || received < publishedRows)) {
    // From within the round the next attempt would count its rows again, until they are enough.
    await refresh.begin();
    throw new AppError('listEndless', 'The list never ends');
  }
  if (received === 0 && publishedRows > 0 && read && read.unreadableRows > 0)
    throw new AppError('answerMalformed', 'None of its rows can be read');
  await refresh.publish();
}

/** Roblox may refuse a cursor kept from an earlier attempt; then the refresh begins again from the first page. */
async function fetchOrBeginAgain<Page extends AnyPage>(
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

/** What tells that a list goes round: a cursor that was there before, or page after page with nothing new. */
class Round {
  readonly #cursors = new Set<string>();
  readonly #pages = new Set<string>();
  #idlePages = 0;

  /** Notes the page. True when going on from it leads back, or nowhere. */
  isClosedBy(page: AnyPage): boolean {
    const nextCursor = page.nextCursor ?? '';
    const isKnown = this.#cursors.has(nextCursor);
    const isIdle = page.rows.length === 0 || this.hasSeen(page);
    this.#cursors.add(nextCursor);
    this.#pages.add(markOf(page));
    this.#idlePages = isIdle ? this.#idlePages + 1 : 0;
    return isKnown || this.#idlePages > mostIdlePages || this.#cursors.size > mostPages;
  }

  /** Whether a page with these rows came before, under whatever cursor. */
  hasSeen(page: AnyPage): boolean {
    return page.rows.length > 0 && this.#pages.has(markOf(page));
  }
}

function markOf({ rows }: AnyPage): string {
  return JSON.stringify([rows.length, rows[0], rows.at(-1)]);
}
