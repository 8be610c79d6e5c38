import { describe, expect, it } from 'vitest';
import { Database } from '../../electron/library/database.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import { SettingsStore } from '../../electron/library/settings.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { openLibrary } from '../support/library-folder.ts';

describe('settings', () => {
  it('something asked of Roblox that nobody chose', () => {
    const { library } = openLibrary();
    expect(library.settings.read()).toMatchObject({ refreshesOnFocus: false, refreshEveryHours: null });
  });

  it('a change lost at the end of the run, or taking others with it', () => {
    const { library, folder } = openLibrary();
    library.settings.change({ refreshEveryHours: 6 });
    const changed = library.settings.change({ refreshesOnFocus: true });
    expect(changed).toEqual({ ...defaultSettings, refreshesOnFocus: true, refreshEveryHours: 6 });
    library.close();
    expect(openLibrary(folder).library.settings.read()).toEqual(changed);
  });

  it('a value that no longer means anything breaking all settings', () => {
    const { library, folder } = openLibrary();
    library.settings.change({ continuesUnfinished: false });
    library.close();
    const database = new Database({
      path: `${folder}/keep.db`,
      migrations: keepMigrations,
      isRebuildable: false,
      synchronous: 'FULL',
      onSetAside: () => undefined,
    });
    database.run(
      `INSERT INTO setting VALUES ('settings.refreshEveryHours', '0.5'), ('settings.refreshesOnFocus', '{'),
         ('settings.exportColumns', '["name"]')`,
    );
    expect(new SettingsStore(database).read()).toEqual({ ...defaultSettings, continuesUnfinished: false });
    database.close();
  });

  it('a change no setting allows being kept', () => {
    const { library } = openLibrary();
    expect(() => library.settings.change({ refreshEveryHours: 0 })).toThrow();
    // Columns of another table, one twice, or none.
    for (const columns of [['serials'], ['path', 'path'], []] as const)
      expect(() => library.settings.change({ exportColumns: { requests: columns } })).toThrow();
    expect(library.settings.read()).toEqual(defaultSettings);
  });
});
