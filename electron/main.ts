import { app, BrowserWindow } from 'electron';
import { toAppError } from '../shared/errors.ts';
import { showStartError } from './desktop.ts';
import { startLibraryThread } from './library/start-library-thread.ts';
import { keepHeapsSmall } from './small-heaps.ts';
import { lockNavigation, registerScheme } from './window.ts';

// Built as a file of its own, beside this one.
const libraryCode = new URL('library-thread.js', import.meta.url);
const userData = process.env['SATCHEL_USER_DATA'];
if (userData) app.setPath('userData', userData);

keepHeapsSmall();
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  // First of all: a thread takes as long to begin as all the rest of Satchel takes to load.
  const takeLibrary = startLibraryThread({ code: libraryCode, folder: app.getPath('userData') });
  const loading = import('./start.ts');
  registerScheme();
  lockNavigation();
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => app.quit());
  // Not awaited at the top level: an ES module that waits for `ready` there never gets it.
  Promise.all([loading, app.whenReady()])
    .then(([{ openSatchel }]) =>
      openSatchel({
        openLibrary: takeLibrary,
        dataFolder: app.getPath('userData'),
        version: app.getVersion(),
        environment: app.isPackaged ? {} : process.env,
      }),
    )
    .catch((thrown: unknown) => {
      showStartError(toAppError(thrown));
      app.exit(1);
    });
}
