import type { ErrorCode } from '../../../shared/errors.ts';
import { sayError } from '../../i18n.ts';

/** What would become of something at a place, in words, before it is put there. */
export type Verdict =
  | { readonly isAllowed: true; readonly isCopy: boolean; readonly words: string }
  /** `words` are the reason. */
  | { readonly isAllowed: false; readonly words: string };

export function allow(words: string, { isCopy = false } = {}): Verdict {
  return { isAllowed: true, isCopy, words };
}

export function refuse(words: string): Verdict {
  return { isAllowed: false, words };
}

export function refuseFor(code: ErrorCode): Verdict {
  return refuse(sayError(code).title);
}
