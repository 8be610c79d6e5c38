import { z } from 'zod';
import { believableRobux } from '../../shared/robux.ts';
import { noteUnreadable } from './unreadable.ts';

/**
 * An id on the wire. Roblox documents int64; JavaScript is exact up to 2^53, so anything beyond is refused rather than
 * rounded. Digits in a string are taken too: that is how the command line and addresses carry ids.
 */
export const id = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value),
  z.custom<number>((value) => Number.isSafeInteger(value) && Number(value) > 0, {
    params: { code: 'idNotSafe' },
  }),
);

export const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
  z.int(),
);

/** A list given as such or as comma-separated text. */
export function list<Row extends z.ZodType>(row: Row) {
  return z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(row));
}

/** A price, whatever stands in its place: what cannot be believed is unknown, and costs no row. */
export const robux = z.unknown().nullish().transform(believableRobux);

/** What something is sold for: null when it is not, undefined where that is not said or cannot be believed. */
export const price = z
  .unknown()
  .optional()
  .transform((value) => (value === null ? null : (believableRobux(value) ?? undefined)));

/** The same for numbers that count something. */
export const count = z
  .unknown()
  .nullish()
  .transform((value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null));

export const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** Cursors are opaque and go back exactly as they came. */
export const cursor = z.string().optional();

// null, missing, "" and the string "null" all mean that there is no further page.
const nextCursor = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) =>
    value === null || value === undefined || value === '' || value === 'null' ? null : String(value),
  );

/**
 * Rows parsed one by one: a bad one is dropped and counted, so it never blanks a page. What was wrong with it is told
 * to whoever collects it (unreadable.ts).
 */
export function rows<Row extends z.ZodType>(row: Row) {
  return z.array(z.unknown()).transform((raw) => {
    const data: z.infer<Row>[] = [];
    for (const one of raw) {
      const parsed = row.safeParse(one);
      if (parsed.success) data.push(parsed.data);
      else noteUnreadable(parsed.error.issues);
    }
    return { data, unreadableRows: raw.length - data.length };
  });
}

/** The envelope of every paged answer: `{previousPageCursor, nextPageCursor, data}`. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z
    .object({ previousPageCursor: nextCursor, nextPageCursor: nextCursor, data: rows(row) })
    .transform(({ data, ...cursors }) => ({ ...cursors, ...data }));
}

/** Roblox dates are ISO 8601 with up to seven decimals; epoch milliseconds here, null when unreadable. */
export const date = z
  .string()
  .nullish()
  .transform((value) => {
    const at = value ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? null : at;
  });

const itemTypeNames = ['Asset', 'GamePass', 'Badge', 'Bundle', 'Avatar'] as const;

/** Item types as Roblox numbers them (0 to 4); names are accepted in any case and sent as written here. */
export const itemType = z.preprocess((value) => {
  if (typeof value === 'number') return itemTypeNames[value];
  if (typeof value !== 'string') return value;
  return (
    itemTypeNames.find((name) => name.toLowerCase() === value.toLowerCase()) ?? itemTypeNames[Number(value)]
  );
}, z.enum(itemTypeNames));
