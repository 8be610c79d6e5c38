import type { ErrorCode } from './errors.ts';
import type { ItemRef } from './items.ts';
import type { RefreshPhase } from './refreshing.ts';

/** What a pasted list may come to. */
export const ownershipLimits = {
  /** Lines in it, and items they name. */
  lines: 10_000,
  /** Characters of one paste. */
  text: 32 * 1024 * 1024,
  /** Characters kept of one line, and of what stands beside its id. */
  line: 300,
} as const;

/** The kinds a line may be said to be. Nobody pastes avatars: they have no page and no number of their own. */
export const ownershipTypes = ['Asset', 'Bundle', 'Badge', 'GamePass'] as const;
export type OwnershipType = (typeof ownershipTypes)[number];

/** Who says what kind of item a line is: its address, the library, nobody, or the person. */
export type TypeSource = 'address' | 'library' | 'assumed' | 'chosen';

/** What keeps a line from being an item. */
export const lineFaults = ['noId', 'idNotSafe', 'noItemPage'] as const;
export type LineFault = (typeof lineFaults)[number];

/** One item of the list. */
export interface OwnershipRow extends ItemRef {
  /** Names the line it first stood in. */
  readonly lineId: number;
  readonly typeSource: TypeSource;
  /** The item's true name; null while nothing has told it. */
  readonly name: string | null;
  /** What stood beside the id. */
  readonly note: string | null;
  readonly assetType: number | null;
  /** Whether the library has more of it than its name: then its details can be opened. */
  readonly isKnown: boolean;
}

/** A line that is no row of its own. */
export interface OwnershipLine {
  readonly id: number;
  /** Its place in the text it was pasted with, counted from 1. */
  readonly line: number;
  /** The beginning of what stands there. */
  readonly text: string;
}

export interface FaultyLine extends OwnershipLine {
  readonly fault: LineFault;
}

/** A line of an item that has a row already. */
export interface RepeatedLine extends OwnershipLine {
  /** The line of that row. */
  readonly firstLine: number;
}

/**
 * Whether an account has an item. `hidden` is that nobody may look, `failed` that Roblox was asked and gave no answer,
 * `unknown` that it was not asked yet. What was known before stays known through all of these.
 */
export type OwnershipState = 'owned' | 'notOwned' | 'hidden' | 'failed' | 'unknown';

/** A cell as the table shows it. */
export interface OwnershipCell {
  readonly state: OwnershipState;
  /** Epoch milliseconds of what is known; null while nothing is. */
  readonly at: number | null;
  readonly copies: number;
  /** Why the last question brought no answer, when that was after what is known. */
  readonly code: ErrorCode | null;
}

/** A cell with all that is known of it. */
export interface OwnershipFacts extends OwnershipCell {
  readonly accountId: number;
  /** Roblox's answer about this one item, or the lists that were refreshed. */
  readonly source: 'answer' | 'lists' | null;
  /** Of the copies, where Roblox names them. */
  readonly instanceIds: readonly number[];
}

/** Why nothing more is to be learned of an account for now. */
export interface ColumnTrouble {
  readonly code: ErrorCode;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface OwnershipColumn {
  readonly accountId: number;
  /** One for each row of the list, in its order. */
  readonly cells: readonly OwnershipCell[];
  readonly trouble: ColumnTrouble | null;
}

/** The list as it is, with everything that is known about it. */
export interface Ownership {
  readonly rows: readonly OwnershipRow[];
  readonly faulty: readonly FaultyLine[];
  readonly repeated: readonly RepeatedLine[];
  /** Of every account there is, in the person's order. */
  readonly columns: readonly OwnershipColumn[];
  /** Accounts whose column the person does not want, and who are not asked about. */
  readonly leftOut: readonly number[];
  /** Lines that were taken off last, and can be brought back. */
  readonly removed: number;
}

/** How it stands with asking Roblox about the list. */
export interface OwnershipProgress {
  readonly phase: RefreshPhase;
  /** Answers wanted, and how many of them are there; those that Roblox would not give count as dealt with. */
  readonly total: number;
  readonly dealtWith: number;
  readonly failed: number;
  /** Requests a minute Roblox allows for what is still to be asked; null while nothing is. */
  readonly perMinute: number | null;
  readonly minutesLeft: number | null;
}

/** An answer that has just come. */
export interface ChangedCell extends ItemRef {
  readonly accountId: number;
  readonly cell: OwnershipCell;
  /** The item's name, when the answer told it. */
  readonly name: string | null;
}

/** What a paste brought. */
export interface PasteOutcome {
  readonly items: number;
  readonly faulty: number;
  readonly repeated: number;
}
