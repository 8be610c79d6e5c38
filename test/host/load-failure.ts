// Chromium's numbers for what can go wrong with a page, as Electron passes them on: net/base/net_error_list.h.
const numbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_TIMED_OUT: -7,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_TOO_MANY_REDIRECTS: -310,
  ERR_UNSAFE_PORT: -312,
  ERR_EMPTY_RESPONSE: -324,
};

/** Why a page did not load, in Chromium's own terms. */
export type LoadFailure = { description: string; code: number };

/** Reads it from what Playwright says: `net::ERR_… at …`. A navigation replaced by another one counts as aborted. */
export function readLoadFailure(text: string): LoadFailure {
  const description = /net::(ERR_[A-Z_]+)/.exec(text)?.[1] ?? 'ERR_ABORTED';
  return { description, code: numbers[description] ?? -2 };
}

/** What `loadURL` rejects with, as Electron words it. */
export function loadError({ description, code }: LoadFailure, url: string): Error {
  const error = new Error(`${description} (${code}) loading '${url}'`);
  return Object.assign(error, { errno: code, code: description, url });
}
