import { AppError } from '../../shared/errors.ts';
import {
  defaultSettings,
  isSetting,
  isSettingsChange,
  settingNames,
  type SettingName,
  type Settings,
  type SettingsChange,
} from '../../shared/settings.ts';
import type { Database } from './database.ts';

// The table holds other small facts too (which account is current); these are told apart by their prefix.
const prefix = 'settings.';

/** The person's settings, one row each in keep.db as JSON. What cannot be read counts as never chosen. */
export class SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(): Settings {
    return Object.fromEntries(settingNames.map((name) => [name, this.#readOne(name)])) as unknown as Settings;
  }

  /** Keeps what `change` names, and gives all of them. */
  change(change: SettingsChange): Settings {
    if (!isSettingsChange(change))
      throw new AppError('inputInvalid', 'No such setting, or not a value of it');
    const wanted = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#database.transaction(() => {
      for (const [name, value] of wanted)
        this.#database.run(
          'INSERT OR REPLACE INTO setting VALUES (?, ?)',
          prefix + name,
          JSON.stringify(value),
        );
    });
    return this.read();
  }

  #readOne(name: SettingName): unknown {
    const sql = 'SELECT value FROM setting WHERE name = ?';
    const row = this.#database.get<{ value: string }>(sql, prefix + name);
    const value = row && parseJson(row.value);
    return isSetting(name, value) ? value : defaultSettings[name];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
