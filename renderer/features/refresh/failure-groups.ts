import type { ErrorCode } from '../../../shared/errors.ts';
import type { FailedSubject } from '../../../shared/refreshing.ts';
import { formatAge, formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';

/** Lists that were not read, under one sentence. */
export interface FailureGroup {
  readonly key: string;
  /** `hidden` is Roblox's answer about the account as a whole: there is no list to name. */
  readonly kind: 'hidden' | 'unread' | 'refused';
  readonly title: string;
  readonly lists: readonly FailedSubject[];
  /** Whether the sentence says why, so that none of its lists has to. */
  readonly hasReason: boolean;
}

// So many lists have one reason between them, not each its own.
const many = 10;
const hidden = 'inventoryHidden';

/** What was not read, in as few sentences as it takes: first what is worth another try, then what Roblox keeps. */
export function groupFailures(failures: readonly FailedSubject[], now: number): FailureGroup[] {
  const isHidden = failures.some(({ code }) => code === hidden);
  // Beside a hidden inventory, lists that are hidden by themselves are more of the same.
  const reasonOf = (code: ErrorCode) => (isHidden && code === 'listHidden' ? hidden : code);
  const told = failures.map((failure) => ({ ...failure, code: reasonOf(failure.code) }));
  const byCode = [...Map.groupBy(told, ({ code }) => code).values()];
  // Roblox hides an inventory as a whole, however many lists that is.
  const isShared = (lists: readonly FailedSubject[]) => lists.length >= many || lists[0]?.code === hidden;
  const shared = byCode.filter(isShared);
  const single = byCode.filter((lists) => !isShared(lists)).flat();
  const groups = [
    ...shared.map((lists) => toShared(lists, now)),
    toGroup(
      'unread',
      single.filter(({ isRefused }) => !isRefused),
    ),
    toGroup(
      'refused',
      single.filter(({ isRefused }) => isRefused),
    ),
  ];
  const order = ['unread', 'hidden', 'refused'];
  return groups
    .filter(({ lists }) => lists.length > 0)
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

function toShared(lists: readonly FailedSubject[], now: number): FailureGroup {
  const { code = 'unexpected', isRefused = false } = lists[0] ?? {};
  if (code === hidden) {
    const savedAt = Math.max(...lists.map((list) => list.savedAt ?? 0));
    const title =
      savedAt === 0
        ? say('refreshing.hiddenUnsaved')
        : say('refreshing.hidden', { age: formatAge(savedAt, now) });
    return { key: code, kind: 'hidden', title, lists, hasReason: true };
  }
  const reason = sayError(code).title;
  const title = say('refreshing.shared', { reason, number: formatNumber(lists.length) });
  return { key: code, kind: isRefused ? 'refused' : 'unread', title, lists, hasReason: true };
}

function toGroup(kind: 'unread' | 'refused', lists: readonly FailedSubject[]): FailureGroup {
  const title = say(`refreshing.${kind}`, { number: formatNumber(lists.length) }, lists.length);
  return { key: kind, kind, title, lists, hasReason: false };
}
