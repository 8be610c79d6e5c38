import type { AppError, ErrorCode } from '../../shared/errors.ts';

/** What a run does about something that went wrong with one of its lists. */
export type Trouble =
  /** Roblox does not give it out, for good. */
  | 'refused'
  /** The endpoint is closed: the error says until when. */
  | 'wait'
  | 'offline'
  /** Nothing else of the account can go better. */
  | 'stop'
  /** May go better when everything else has been read. */
  | 'failed';

const troubles: Partial<Record<ErrorCode, Trouble>> = {
  categoryUnsupported: 'refused',
  categoryUnknown: 'refused',
  signInNeeded: 'refused',
  placesNotPermitted: 'refused',
  placesRequestInvalid: 'refused',
  inventoryHidden: 'refused',
  listHidden: 'refused',
  assetTypeInvalid: 'refused',
  userNotFound: 'refused',
  rateLimited: 'wait',
  workingOffline: 'offline',
  unreachable: 'offline',
  cancelled: 'stop',
  accountUnknown: 'stop',
  accountArchived: 'stop',
  sessionEnded: 'stop',
  sessionRefused: 'stop',
  challengeRequired: 'stop',
  keychainUnavailable: 'stop',
  keychainEntryMissing: 'stop',
  keychainEntryDamaged: 'stop',
  storageFailed: 'stop',
  libraryNewer: 'stop',
};

export function troubleOf({ code }: AppError): Trouble {
  return troubles[code] ?? 'failed';
}

export function isRefused(code: ErrorCode): boolean {
  return troubles[code] === 'refused';
}
