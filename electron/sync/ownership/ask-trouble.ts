import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { isAboutItem } from '../../library/ownership/judge-cell.ts';

/** What a round does about a question that brought no answer. */
export type AskTrouble =
  /** There is no such item, whoever is asked about. */
  | 'item'
  /** The account as a whole answers nothing: it is not asked again in this round. */
  | 'account'
  /** The endpoint is closed: the error says until when. */
  | 'wait'
  | 'offline'
  /** Nothing can be kept any more. */
  | 'round'
  /** This one question. */
  | 'cell';

const troubles: Partial<Record<ErrorCode, AskTrouble>> = {
  inventoryHidden: 'account',
  userNotFound: 'account',
  signInNeeded: 'account',
  sessionEnded: 'account',
  sessionRefused: 'account',
  challengeRequired: 'account',
  keychainUnavailable: 'account',
  keychainEntryMissing: 'account',
  keychainEntryDamaged: 'account',
  accountUnknown: 'account',
  accountArchived: 'account',
  cancelled: 'account',
  rateLimited: 'wait',
  workingOffline: 'offline',
  unreachable: 'offline',
  storageFull: 'round',
  storageLocked: 'round',
  storageFailed: 'round',
  libraryNewer: 'round',
  unexpected: 'round',
};

export function askTroubleOf({ code }: AppError): AskTrouble {
  return isAboutItem(code) ? 'item' : (troubles[code] ?? 'cell');
}
