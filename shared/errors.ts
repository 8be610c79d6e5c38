/**
 * Everything that can go wrong, as a closed set. Each code has its words in `locales/`; a code without words does
 * not compile. Where a code stands for one of Roblox's own, the endpoint tables say which.
 */
export const errorCodes = [
  // What the person asked for
  'inputInvalid',
  'accountUnknown',
  'accountReadOnly',
  'categoryUnknown',
  'categoryUnsupported',
  'idNotSafe',
  'followTextUnreadable',
  'followListTooLong',
  'accountArchived',
  'accountNotChosen',
  'savedViewUnknown',
  'savedViewsFull',
  'collectionUnknown',
  'collectionNameMissing',
  'collectionNameTooLong',
  'collectionNoteTooLong',
  'collectionInsideItself',
  'collectionTooDeep',
  'collectionsTooMany',
  'collectionTooLarge',
  'collectionSmart',
  'collectionNotSmart',
  'nothingToUndo',
  'nothingToRedo',
  'undoOvertaken',
  'fileExists',
  'fileUnwritable',
  'fileUnreadable',
  'importTooLarge',
  'importUnreadable',
  'importNewer',
  'importDamaged',
  'importEmpty',
  'importForgotten',
  'fileDiskFull',
  'folderReadOnly',
  'folderGone',
  'exportForgotten',
  'backupEmpty',
  'backupUnreadable',
  'backupNewer',
  'backupDamaged',
  'backupTooLarge',
  'backupForgotten',
  'restoreBusy',
  'changeRestored',
  'sessionUnreadable',
  'ownershipListTooLong',
  'ownershipLineUnknown',
  'ownershipNothingRemoved',
  // What Roblox says about it
  'userNotFound',
  'inventoryHidden',
  'listHidden',
  'sessionEnded',
  'sessionRefused',
  'signInNeeded',
  'challengeRequired',
  'tokenRefused',
  'rateLimited',
  'itemTypeUnknown',
  'assetNotFound',
  'assetTypeInvalid',
  'bundleNotFound',
  'gamePassNotFound',
  'gamePassElsewhere',
  'badgeNotFound',
  'packageNotFound',
  'placesRequestInvalid',
  'placesNotPermitted',
  'itemNotOwned',
  'assetTypeNotAllowed',
  'itemTypeNotAllowed',
  'alreadyInCollection',
  'notInCollection',
  'collectionFull',
  'requestRefused',
  'robloxFailed',
  // What arrives instead of an answer
  'answerMalformed',
  'answerTooLarge',
  'listEndless',
  'redirectRefused',
  'timedOut',
  'unreachable',
  // This computer
  'workingOffline',
  'cancelled',
  'signInCancelled',
  'signInPageFailed',
  'signInRedirectLoop',
  'keychainUnavailable',
  'keychainEntryMissing',
  'keychainEntryDamaged',
  'storageFull',
  'storageLocked',
  'storageFailed',
  'libraryNewer',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorFacts {
  /** HTTP status of Roblox's answer, when there was one. */
  readonly status?: number;
  /** Roblox's own error code from the answer's body, when there was one. */
  readonly robloxCode?: number;
  /** When asking again makes sense, in epoch milliseconds. */
  readonly retryAt?: number;
}

/** An AppError as plain JSON: what travels between the processes. Never holds a session or a request body. */
export interface ErrorData extends ErrorFacts {
  readonly code: ErrorCode;
  /** For the log and the command line, in English; the screen words the code from `locales/`. */
  readonly message: string;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }

  static from(data: ErrorData): AppError {
    const { code, message, ...facts } = data;
    return new AppError(code, message, facts);
  }

  toJSON(): ErrorData {
    return { code: this.code, message: this.message, ...this.facts };
  }
}

/** Any thrown value as an AppError. What was not foreseen becomes `unexpected` and keeps its message for the log. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('unexpected', thrown instanceof Error ? thrown.message : String(thrown));
}

export type Result<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ErrorData };
