import * as z from 'zod/mini';
import { accountId, itemRef, nothing } from './inputs.ts';
import {
  ownershipLimits,
  ownershipTypes,
  type Ownership,
  type OwnershipFacts,
  type OwnershipProgress,
  type PasteOutcome,
} from './ownership.ts';
import { route } from './route.ts';

const lineId = z.int().check(z.positive());
export const lineIds = z.readonly(z.array(lineId).check(z.minLength(1), z.maxLength(ownershipLimits.lines)));

/** What a page may ask of the pasted list, and of who owns what is on it. */
export const ownershipRequests = {
  'ownership.read': route<Ownership>()(nothing),
  /** Of one item, account by account. */
  'ownership.facts': route<readonly OwnershipFacts[]>()(z.strictObject({ item: itemRef })),
  /** Adds to the list, or begins a new one: `ownershipListTooLong`, and nothing has changed. */
  'ownership.paste': route<PasteOutcome>()(
    z.strictObject({
      text: z.string().check(z.maxLength(ownershipLimits.text)),
      isNewList: z.boolean(),
    }),
  ),
  /** Puts another text in the place of a line that was not understood. */
  'ownership.correct': route<PasteOutcome>()(
    z.strictObject({ id: lineId, text: z.string().check(z.maxLength(20_000)) }),
  ),
  /** `all` is every line whose kind no address says; a null type has them guessed again. */
  'ownership.setType': route<null>()(
    z.strictObject({
      lines: z.union([lineIds, z.literal('all')]),
      type: z.nullable(z.enum(ownershipTypes)),
    }),
  ),
  /** Takes lines off the list, with those that repeat them; `faulty` are all that were not understood. Returns how many. */
  'ownership.remove': route<number>()(
    z.strictObject({ lines: z.union([lineIds, z.literal('faulty'), z.literal('all')]) }),
  ),
  /** Brings back what was taken off last. Returns how many lines. */
  'ownership.bringBack': route<number>()(nothing),
  /** Which accounts have no column. */
  'ownership.leaveOut': route<null>()(
    z.strictObject({ accountIds: z.readonly(z.array(accountId).check(z.maxLength(1000))) }),
  ),

  /** Asks Roblox about what no answer is fresh of, or goes on with that; `isForced` takes none for fresh. */
  'ownership.start': route<OwnershipProgress>()(z.strictObject({ isForced: z.boolean() })),
  'ownership.pause': route<OwnershipProgress>()(nothing),
  /** What was answered stays. */
  'ownership.cancel': route<OwnershipProgress>()(nothing),
  'ownership.state': route<OwnershipProgress>()(nothing),

  /** A list for the demo's accounts; null where there is no demo. */
  'ownership.example': route<string | null>()(nothing),
} as const;
