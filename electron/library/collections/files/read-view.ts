import { itemTypes } from '../../../../shared/items.ts';
import { itemSorts, type ViewContent } from '../../../../shared/views.ts';

type Check = (value: unknown) => boolean;

const isId: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const isText =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const isOneOf =
  (...choices: readonly unknown[]): Check =>
  (value) =>
    choices.includes(value);
const isList =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const isEnd: Check = (value) => value === null || Number.isSafeInteger(value);
const isRange: Check = (value) => hasJust(value, { from: isEnd, to: isEnd }, 2);

const filterParts: Readonly<Record<keyof ViewContent['filter'], Check>> = {
  categories: isList(isText(200), 200),
  types: isList(isOneOf(...itemTypes), itemTypes.length),
  ownedBy: isList(isId, 200),
  filed: isOneOf('inProfileCollection', 'unfiled'),
  collections: isList(isId, 2000),
  isLimited: isOneOf(true, false),
  hold: isOneOf('tradable', 'onHold'),
  price: isRange,
  acquired: isRange,
};

const parts: Readonly<Record<keyof ViewContent, Check>> = {
  scope: (value) => value === 'all' || isId(value),
  category: isText(200),
  owned: (value) => value === 'any' || value === 'duplicates' || hasJust(value, { missingFrom: isId }, 1),
  filter: (value) => hasJust(value, filterParts, 0),
  search: isText(20_000),
  sort: isOneOf(...itemSorts),
};

/** What a smart collection shows, from a file; null for what the contract would refuse. Plain: the library loads fast. */
export function readView(value: unknown): ViewContent | null {
  return hasJust(value, parts, Object.keys(parts).length) ? (value as ViewContent) : null;
}

/** Whether it has these parts alone, each as it has to be, and at least so many of them. */
function hasJust(value: unknown, checks: Readonly<Record<string, Check>>, least: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length >= least &&
    entries.every(([part, each]) => Object.hasOwn(checks, part) && checks[part]?.(each) === true)
  );
}
