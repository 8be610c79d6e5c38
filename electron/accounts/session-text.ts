import { AppError } from '../../shared/errors.ts';

/** A session in its two parts. The warning is public text Roblox puts in front; the secret is what opens an account. */
export interface SessionParts {
  readonly warning: string;
  readonly secret: string;
}

const warningPattern = /^_\|WARNING:[^|]*\|_/;
// What a cookie's value may be made of (RFC 6265); a bare secret has to look like Roblox's own besides.
const cookieValue = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,8192}$/;
const bareSecret = /^[\w.~+/=%|-]{16,8192}$/;

export function splitSession(session: string): SessionParts {
  const warning = warningPattern.exec(session)?.[0] ?? '';
  return { warning, secret: session.slice(warning.length) };
}

/** Whether a text can be sent as a session at all. */
export function isSendable(session: string): boolean {
  return cookieValue.test(session);
}

/**
 * Reads a session a person copied: the cookie's value, with or without its name, quotes or the warning in front. Throws
 * `sessionUnreadable`, which never repeats the text.
 */
export function readSessionText(text: string): string {
  const session = text
    .trim()
    .replace(/^\.ROBLOSECURITY\s*[=:\t]\s*/, '')
    .replace(/;$/, '')
    .replace(/^(["'])(.*)\1$/, '$2');
  const { warning, secret } = splitSession(session);
  const isSession = warning ? isSendable(session) && secret !== '' : isBareSecret(secret);
  if (!isSession) throw new AppError('sessionUnreadable', 'The clipboard holds no session');
  return session;
}

function isBareSecret(secret: string): boolean {
  return bareSecret.test(secret) && !secret.includes('//');
}
