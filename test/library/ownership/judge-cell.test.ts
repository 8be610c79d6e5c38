import { describe, expect, it } from 'vitest';
import { isOpen, judgeCell, type KnownOfCell } from '../../../electron/library/ownership/judge-cell.ts';

const nothing: KnownOfCell = { answer: null, listed: null, failure: null, trouble: null };
const round = { startedAt: 1000, freshSince: 500 };
const yes = (at: number) => ({ isOwned: true, instanceIds: [7, 8], at });
const no = (at: number) => ({ isOwned: false, instanceIds: [], at });
const listed = (copies: number, at: number, isCertain = true) => ({ copies, at, isCertain });
const hidden = (at: number) => ({ code: 'inventoryHidden' as const, at });
const failed = (at: number, code: 'robloxFailed' | 'assetNotFound' = 'robloxFailed') => ({ code, at });

describe('what a cell shows', () => {
  it.each<[string, Partial<KnownOfCell>, object]>([
    ['nothing known', {}, { state: 'unknown', at: null, copies: 0, code: null }],
    ['a yes with its copies', { answer: yes(9) }, { state: 'owned', at: 9, copies: 2, source: 'answer' }],
    ['a bare yes', { answer: { ...yes(9), instanceIds: null } }, { state: 'owned', copies: 1 }],
    [
      'a bare yes and a list',
      { answer: { ...yes(9), instanceIds: null }, listed: listed(3, 5) },
      { copies: 3 },
    ],
    [
      'a newer list',
      { answer: no(5), listed: listed(4, 9) },
      { state: 'owned', at: 9, copies: 4, source: 'lists' },
    ],
    [
      'a newer answer',
      { answer: no(9), listed: listed(4, 5) },
      { state: 'notOwned', at: 9, source: 'answer' },
    ],
    ['a newer absence', { answer: yes(5), listed: listed(0, 9) }, { state: 'notOwned', at: 9 }],
    [
      'an absence that proves nothing',
      { answer: yes(5), listed: listed(0, 9, false) },
      { state: 'owned', at: 5 },
    ],
    ['such an absence alone', { listed: listed(0, 9, false) }, { state: 'notOwned', at: 9, source: 'lists' }],
    ['a failure', { failure: failed(9) }, { state: 'failed', at: null, code: 'robloxFailed' }],
    [
      'a failure after an answer',
      { answer: yes(5), failure: failed(9) },
      { state: 'owned', at: 5, code: 'robloxFailed' },
    ],
    ['a failure before an answer', { answer: yes(9), failure: failed(5) }, { state: 'owned', code: null }],
    ['a hidden inventory', { trouble: hidden(9) }, { state: 'hidden', at: null }],
    ['one that was hidden later', { answer: yes(5), trouble: hidden(9) }, { state: 'owned', at: 5 }],
    ['an ended session', { trouble: { code: 'sessionEnded', at: 9 } }, { state: 'unknown' }],
  ])('%s shown as something else', (_what, known, cell) => {
    expect(judgeCell({ ...nothing, ...known })).toMatchObject(cell);
  });
});

describe('what is asked', () => {
  it.each<[string, Partial<KnownOfCell>, boolean]>([
    ['nothing known', {}, true],
    ['a fresh answer', { answer: no(500) }, false],
    ['a stale answer', { answer: yes(499) }, true],
    ['a fresh list', { listed: listed(1, 500) }, false],
    ['a stale list', { listed: listed(1, 499) }, true],
    ['an absence that proves nothing', { listed: listed(0, 900, false) }, true],
    ['an account that answered nothing in this round', { trouble: hidden(1000) }, false],
    ['an account that answered nothing in the last one', { trouble: hidden(999) }, true],
    ['a failure of this round', { failure: failed(1000) }, false],
    ['a failure of the last one', { failure: failed(999) }, true],
    ['an item that does not exist', { failure: failed(500, 'assetNotFound') }, false],
    ['one of which that was long ago', { failure: failed(499, 'assetNotFound') }, true],
  ])('%s asked about against all reason, or not at all', (_what, known, isAsked) => {
    expect(isOpen({ ...nothing, ...known }, round)).toBe(isAsked);
  });
});
