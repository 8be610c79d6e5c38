import { describe, expect, it } from 'vitest';
import { readFollowText } from '../../electron/accounts/follow-text.ts';
import { AppError } from '../../shared/errors.ts';

describe('what a person may type to follow somebody', () => {
  it.each([
    ['156', { userId: 156 }],
    ['  156 ', { userId: 156 }],
    ['9007199254740991', { userId: 9007199254740991 }],
    ['builderman', { username: 'builderman' }],
    ['@builderman', { username: 'builderman' }],
    ['@12345', { username: '12345' }],
    ['https://www.roblox.com/users/156/profile', { userId: 156 }],
    ['http://roblox.com/users/156/', { userId: 156 }],
    ['www.roblox.com/users/156/profile?friendshipSourceType=x', { userId: 156 }],
    ['https://www.roblox.com/de/users/156/profile', { userId: 156 }],
    ['https://www.roblox.com/pt-br/users/156/profile#!/about', { userId: 156 }],
  ])('not understood: %s', (text, expected) => {
    expect(readFollowText(text)).toEqual(expected);
  });

  it.each([
    ['', 'followTextUnreadable'],
    ['ab', 'followTextUnreadable'],
    ['a name with spaces', 'followTextUnreadable'],
    ['x'.repeat(21), 'followTextUnreadable'],
    ['<script>', 'followTextUnreadable'],
    ['-5', 'followTextUnreadable'],
    ['1.5', 'followTextUnreadable'],
    ['𝒷uilderman', 'followTextUnreadable'],
    ['https://example.com/users/156/profile', 'followTextUnreadable'],
    ['https://www.roblox.com.example.com/users/156/profile', 'followTextUnreadable'],
    ['https://www.roblox.com/games/156', 'followTextUnreadable'],
    ['9007199254740992', 'idNotSafe'],
    ['0', 'idNotSafe'],
    ['https://www.roblox.com/users/99999999999999999999/profile', 'idNotSafe'],
  ])('rubbish sent to Roblox or an id rounded: %s', (text, code) => {
    const failure = expect(() => readFollowText(text));
    failure.toThrow(AppError);
    failure.toThrow(expect.objectContaining({ code }));
  });
});
