import * as z from 'zod/mini';

/** What each setting may be. A new one is a line here and a line in `defaultSettings`. */
export const settingsShape = {
  /** When the window comes to the front again, what is older than its freshness is asked for. */
  refreshesOnFocus: z.boolean(),
  /** Hours between refreshes of everything by themselves; null for never. */
  refreshEveryHours: z.nullable(z.int().check(z.minimum(1), z.maximum(168))),
  /** Whether a refresh that was cut short goes on at the next start. */
  continuesUnfinished: z.boolean(),
} as const;

/** One change of any number of settings. */
export const settingsChange = z.partial(z.strictObject(settingsShape));

export type SettingName = keyof typeof settingsShape;
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof settingsShape)[Name]> };
export type SettingsChange = z.infer<typeof settingsChange>;

/** Until the person says otherwise, nothing is asked of Roblox that was not asked for. */
export const defaultSettings: Settings = {
  refreshesOnFocus: false,
  refreshEveryHours: null,
  continuesUnfinished: true,
};
