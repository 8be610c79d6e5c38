import { backupIntervals } from './backups.ts';
import { areColumnsOf, exportTables, type ExportColumn, type ExportTable } from './export-tables.ts';
import { tableFormats } from './exports.ts';

const isBoolean = (value: unknown) => typeof value === 'boolean';
const isOneOf =
  <Choice extends string>(...choices: readonly Choice[]) =>
  (value: unknown): value is Choice =>
    choices.some((choice) => choice === value);
const isWhole =
  (least: number, most: number) =>
  (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const isHours = isWhole(1, 168);
const isId = isWhole(1, Number.MAX_SAFE_INTEGER);
/** Collections whose place among the recent ones is remembered. */
export const mostRecentCollections = 5;

export type ExportChoices = Readonly<Partial<Record<ExportTable, readonly ExportColumn[]>>>;

/** What each setting may be. A new one is a line here and a line in `defaultSettings`. Plain: the library reads it too. */
const rules = {
  /** When the window comes to the front again, what is older than its freshness is asked for. */
  refreshesOnFocus: isBoolean,
  /** Hours between refreshes of everything by themselves; null for never. */
  refreshEveryHours: (value: unknown): value is number | null => value === null || isHours(value),
  /** Whether a refresh that was cut short goes on at the next start. */
  continuesUnfinished: isBoolean,
  /** The most megabytes of pictures kept on the disk. */
  thumbnailCapMb: isWhole(16, 65_536),
  theme: isOneOf('system', 'light', 'dark'),
  density: isOneOf('comfortable', 'compact'),
  /** Ids of the collections that items were filed in by hand, the last one first. */
  recentCollections: (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.length <= mostRecentCollections && value.every(isId),
  /** How often a backup is made by itself, and how many of those are kept. */
  backupEvery: isOneOf(...backupIntervals),
  backupsKept: isWhole(1, 365),
  exportFormat: isOneOf(...tableFormats),
  /** What an export tells of each row, by what the rows are; the usual where nothing was chosen. */
  exportColumns: (value: unknown): value is ExportChoices =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([table, columns]) =>
      exportTables.some((known) => known === table && areColumnsOf(known, columns)),
    ),
} as const;

export type SettingName = keyof typeof rules;
type Checked<Rule> = Rule extends (value: unknown) => value is infer Value ? Value : never;
export type Settings = { readonly [Name in SettingName]: Checked<(typeof rules)[Name]> };
/** One change of any number of settings. */
export type SettingsChange = { readonly [Name in SettingName]?: Settings[Name] | undefined };

export const settingNames = Object.keys(rules) as readonly SettingName[];

export function isSetting<Name extends SettingName>(name: Name, value: unknown): value is Settings[Name] {
  return rules[name](value);
}

/** Whether it names settings alone, each with a value it may have; what is undefined stays as it is. */
export function isSettingsChange(change: unknown): change is SettingsChange {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return false;
  return Object.entries(change).every(
    ([name, value]) =>
      Object.hasOwn(rules, name) && (value === undefined || isSetting(name as SettingName, value)),
  );
}

/** Until the person says otherwise, nothing is asked of Roblox that was not asked for. */
export const defaultSettings: Settings = {
  refreshesOnFocus: false,
  refreshEveryHours: null,
  continuesUnfinished: true,
  thumbnailCapMb: 512,
  theme: 'system',
  density: 'comfortable',
  recentCollections: [],
  backupEvery: 'off',
  backupsKept: 7,
  exportFormat: 'csv',
  exportColumns: {},
};
