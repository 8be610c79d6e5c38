import { hashSeed } from './art/random.ts';
import { RobloxError } from './roblox-error.ts';

/** How an endpoint says that there is no further page: Roblox's services differ. */
export type PageEnd = 'null' | 'missing' | 'empty' | 'nullText';

export interface PageRequest {
  /** Names the list, so that a cursor of another list is refused. */
  readonly list: string;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly end: PageEnd;
}

/** Reads `limit`, which must be one of the sizes an endpoint allows. */
export function parseLimit(text: string | undefined, allowed: readonly number[]): number {
  if (text === undefined) return 10;
  const limit = Number(text);
  if (!allowed.includes(limit)) {
    throw new RobloxError(400, 0, `Allowed values: ${allowed.join(', ')}`, { field: 'limit' });
  }
  return limit;
}

/** True when the newest is to come first. */
export function parseDescending(
  text: string | undefined,
  spellings: readonly [string, string] = ['asc', 'desc'],
): boolean {
  if (text === undefined) return false;
  const spelling = spellings.indexOf(text.toLowerCase());
  if (spelling < 0)
    throw new RobloxError(400, 0, `The value '${text}' is not valid.`, { field: 'sortOrder' });
  return spelling === 1;
}

/** One page of a list kept oldest first; only the rows of the page are made. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  { list, limit, cursor, end }: PageRequest,
  isDescending: boolean,
  toRow: (entry: Entry) => unknown,
): Record<string, unknown> {
  const start = cursor === undefined || cursor === '' ? 0 : decodeCursor(cursor, list);
  const stop = Math.min(entries.length, start + limit);
  const data: unknown[] = [];
  for (let at = start; at < stop; at++)
    data.push(toRow(entries[isDescending ? entries.length - 1 - at : at]!));
  const previousPageCursor = start > 0 ? encodeCursor(Math.max(0, start - limit), list) : null;
  if (stop < entries.length) return { previousPageCursor, nextPageCursor: encodeCursor(stop, list), data };
  if (end === 'missing') return { previousPageCursor, data };
  return { previousPageCursor, nextPageCursor: end === 'null' ? null : end === 'empty' ? '' : 'null', data };
}

// Looks like Roblox's ("3904560777_1_9a68…") and says nothing to whoever would take it apart.
function encodeCursor(offset: number, list: string): string {
  return `${offset * 48_271 + 3_904_560_777}_1_${digest(list, offset)}`;
}

function decodeCursor(cursor: string, list: string): number {
  const [number, , signature] = cursor.split('_');
  const offset = (Number(number) - 3_904_560_777) / 48_271;
  if (!Number.isSafeInteger(offset) || offset < 0 || signature !== digest(list, offset)) {
    throw new RobloxError(400, 0, 'The cursor is invalid.', { field: 'cursor' });
  }
  return offset;
}

function digest(list: string, offset: number): string {
  return ['a', 'b', 'c', 'd']
    .map((part) =>
      hashSeed(part + list, offset)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}
