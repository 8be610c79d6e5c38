// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { accountStateOf, isHiddenSaid } from '../../renderer/features/accounts/account-state.ts';
import { wordState } from '../../renderer/features/accounts/account-state-words.ts';
import type { Account } from '../../shared/accounts.ts';
import { sampleAccount } from './samples.ts';

const now = Date.UTC(2026, 5, 1, 12);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Everything at once: each test takes away what comes first. */
const troubled: Partial<Account> = {
  kind: 'followed',
  isGone: true,
  isBanned: true,
  signIn: 'needed',
  signInReason: 'challengeRequired',
  rateLimitedUntil: now + minuteMs,
  isRefreshing: true,
  visibility: 'hidden',
  refreshedAt: null,
};

function kindOf(facts: Partial<Account>, connectivity: 'online' | 'offline' = 'online'): string {
  return accountStateOf(sampleAccount({ refreshedAt: now, ...facts }), connectivity, now).kind;
}

describe('a hidden inventory', () => {
  it('not said while something else is waited for, or where nothing can be seen or is saved', () => {
    const isSaid = (facts: Partial<Account>) =>
      isHiddenSaid(sampleAccount({ kind: 'followed', visibility: 'hidden', refreshedAt: 1, ...facts }));
    expect(isSaid({})).toBe(true);
    expect(isSaid({ isRefreshing: true, rateLimitedUntil: now + minuteMs })).toBe(true);
    for (const facts of [
      ...([{ kind: 'signedIn' }, { kind: 'archived' }, { visibility: 'visible' }] as const),
      ...[{ isGone: true }, { isBanned: true }, { refreshedAt: null }],
    ])
      expect(isSaid(facts), JSON.stringify(facts)).toBe(false);
  });
});

describe('the state of an account', () => {
  it('a hidden inventory called up to date, unless it is one’s own', () => {
    for (const kind of ['followed', 'demo'] as const)
      expect(kindOf({ kind, visibility: 'hidden' })).toBe('hidden');
    expect(kindOf({ kind: 'signedIn', visibility: 'hidden' })).toBe('fresh');
  });

  it('a lesser state shown in place of the one that matters', () => {
    let facts: Partial<Account> = { ...troubled, kind: 'archived' };
    const expectKind = (kind: string, connectivity: 'online' | 'offline', next: Partial<Account>) => {
      expect(kindOf(facts, connectivity)).toBe(kind);
      facts = { ...facts, ...next };
    };
    expectKind('archived', 'offline', { kind: 'followed' });
    expectKind('gone', 'offline', { isGone: false });
    expectKind('banned', 'offline', { isBanned: false });
    expectKind('signInAgain', 'offline', { signIn: 'opening', signInReason: null });
    expectKind('offline', 'offline', {});
    expectKind('rateLimited', 'online', { rateLimitedUntil: null });
    expectKind('refreshing', 'online', { isRefreshing: false });
    expectKind('opening', 'online', { signIn: 'none' });
    expectKind('hidden', 'online', { visibility: 'visible' });
    expectKind('neverFetched', 'online', { refreshedAt: now });
    expectKind('fresh', 'online', {});
  });

  it('a wait that is over still shown, or one not shown yet to its end', () => {
    expect(kindOf({ rateLimitedUntil: now })).toBe('fresh');
    expect(kindOf({ rateLimitedUntil: now + 1 })).toBe('rateLimited');
  });

  it('a wait of years after the clock was set back', () => {
    expect(kindOf({ rateLimitedUntil: now + 3 * 365 * 24 * hourMs })).toBe('fresh');
  });

  it('an account called fresh for years because the clock was ahead at its last refresh', () => {
    const state = accountStateOf(sampleAccount({ refreshedAt: now + 2 * 365 * 24 * hourMs }), 'online', now);
    expect(state).toEqual({ kind: 'stale', refreshedAt: null });
    expect(wordState(state, now).words).toBe('Not updated lately');
  });

  it('an old refresh passed off as fresh', () => {
    expect(kindOf({ refreshedAt: now - hourMs })).toBe('fresh');
    expect(kindOf({ refreshedAt: now - hourMs - 1 })).toBe('stale');
  });

  it('a signed-in account called hidden, although it sees its own inventory', () => {
    expect(kindOf({ kind: 'signedIn', visibility: 'hidden' })).toBe('fresh');
  });

  it('a missing reason that leaves nothing to say', () => {
    const account = sampleAccount({ signIn: 'needed', signInReason: null });
    expect(accountStateOf(account, 'online', now)).toEqual({ kind: 'signInAgain', reason: 'sessionEnded' });
  });

  it('words without the time they are about', () => {
    const say = (facts: Partial<Account>, connectivity: 'online' | 'offline' = 'online') =>
      wordState(accountStateOf(sampleAccount(facts), connectivity, now), now).words;
    expect(say({ refreshedAt: now - 3 * hourMs })).toBe('Updated 3 hours ago');
    expect(say({ rateLimitedUntil: now + 30_000 })).toBe('Asked to wait 30 s');
    expect(say({ refreshedAt: now - 3 * hourMs }, 'offline')).toBe('Offline, saved 3 hours ago');
    expect(say({ refreshedAt: null }, 'offline')).toBe('Offline');
  });
});
