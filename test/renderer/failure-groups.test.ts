// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { groupFailures } from '../../renderer/features/refresh/failure-groups.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { FailedSubject } from '../../shared/refreshing.ts';

const now = Date.UTC(2026, 5, 1, 12);
const dayMs = 24 * 3_600_000;

function failed(count: number, code: ErrorCode, facts: Partial<FailedSubject> = {}): FailedSubject[] {
  return Array.from({ length: count }, (_, index) => ({
    subject: `own/AssetType/${index + 1}/`,
    name: `List ${index + 1}`,
    code,
    isRefused: true,
    savedAt: null,
    ...facts,
  }));
}

function titles(failures: readonly FailedSubject[]): string[] {
  return groupFailures(failures, now).map(({ kind, title }) => `${kind}: ${title}`);
}

describe('what a refresh could not read', () => {
  it('a hidden inventory told list by list, or without what is kept of it', () => {
    const hidden = failed(93, 'inventoryHidden', { savedAt: now - 40 * dayMs });
    expect(titles([...hidden, ...failed(1, 'inventoryHidden', { savedAt: now - 3 * dayMs })])).toEqual([
      'hidden: This inventory is hidden. What Satchel has of it was saved 3 days ago and stays.',
    ]);
  });

  it('a copy told of that there is not', () => {
    expect(titles(failed(93, 'inventoryHidden'))).toEqual([
      'hidden: This inventory is hidden, and nothing of it was saved before.',
    ]);
  });

  it('favourites that are hidden alone told as a hidden inventory, or beside one as something else', () => {
    expect(titles(failed(12, 'listHidden'))).toEqual(['refused: This list is hidden: 12 lists']);
    expect(titles([...failed(12, 'listHidden'), ...failed(3, 'inventoryHidden')])).toEqual([
      'hidden: This inventory is hidden, and nothing of it was saved before.',
    ]);
  });

  it('one reason for many lists told as many times', () => {
    const troubled = failed(40, 'robloxFailed', { isRefused: false });
    expect(titles([...troubled, ...failed(12, 'signInNeeded')])).toEqual([
      'unread: Roblox has trouble right now: 40 lists',
      'refused: Roblox shows this only to signed-in accounts: 12 lists',
    ]);
  });

  it('a few lists with their own reasons losing them, or standing before what is worth another try', () => {
    const groups = groupFailures(
      [...failed(2, 'signInNeeded'), ...failed(1, 'answerMalformed', { isRefused: false })],
      now,
    );
    expect(groups.map(({ kind, lists, hasReason }) => [kind, lists.length, hasReason])).toEqual([
      ['unread', 1, false],
      ['refused', 2, false],
    ]);
  });

  it('something said when everything was read', () => {
    expect(titles([])).toEqual([]);
  });
});
