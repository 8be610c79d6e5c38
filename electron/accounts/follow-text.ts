import { AppError } from '../../shared/errors.ts';

/** Whom a person means to follow. */
export type FollowTarget = { readonly userId: number } | { readonly username: string };

/**
 * Reads a username, a user id or a link to a profile. Digits alone are an id; `@123` is a username of digits.
 * Throws `idNotSafe` for an id beyond 2^53 and `followTextUnreadable` for anything else.
 */
export function readFollowText(text: string): FollowTarget {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return { userId: toUserId(trimmed) };
  const linked = profileId(trimmed);
  if (linked) return { userId: toUserId(linked) };
  // Roblox usernames: 3 to 20 letters, digits and underscores.
  const username = /^@?(\w{3,20})$/.exec(trimmed)?.[1];
  if (username) return { username };
  throw new AppError('followTextUnreadable', 'Neither a username, an id nor a profile link');
}

function profileId(text: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^(www\.|web\.)?roblox\.com$/.test(url.hostname)) return undefined;
  // Links may carry a language: /de/users/156/profile.
  return /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/users\/(\d+)(?:\/|$)/i.exec(url.pathname)?.[1];
}

function toUserId(digits: string): number {
  const id = Number(digits);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new AppError(
    'idNotSafe',
    `Not a whole number from 1 to ${Number.MAX_SAFE_INTEGER}: ${digits.slice(0, 40)}`,
  );
}
