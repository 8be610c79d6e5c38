import { app, BrowserWindow } from 'electron';
import { toAppError } from '../shared/errors.ts';
import { signInHosts } from './accounts/sign-in-hosts.ts';
import { openSignInWindow } from './accounts/sign-in-window.ts';
import { copiedText, quitAfter, showStartError } from './desktop.ts';
import { createHandlers } from './handlers.ts';
import { emit, serve } from './ipc.ts';
import { startLibraryThread } from './library/start-library-thread.ts';
import { buildMenu } from './menu.ts';
import { createServices } from './services.ts';
import { lockNavigation, openWindow, registerScheme } from './window.ts';

// Built as a file of its own, beside this one.
const libraryCode = new URL('library-thread.js', import.meta.url);
const userData = process.env['SATCHEL_USER_DATA'];
if (userData) app.setPath('userData', userData);

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  registerScheme();
  lockNavigation();
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => app.quit());
  // Not awaited at the top level: an ES module that waits for `ready` there never gets it.
  app
    .whenReady()
    .then(openLibrary)
    .catch((thrown: unknown) => {
      showStartError(toAppError(thrown));
      app.exit(1);
    });
}

async function openLibrary(): Promise<void> {
  const opening = createServices({
    openLibrary: (onSetAside) =>
      startLibraryThread({ code: libraryCode, folder: app.getPath('userData'), onSetAside }),
    version: app.getVersion(),
    environment: app.isPackaged ? {} : process.env,
    emit,
    clipboard: copiedText,
    openSignInWindow: (origin, onSession) =>
      openSignInWindow({
        hosts: signInHosts(origin),
        onSession,
        onHostRefused: (host) => emit('signIn.hostRefused', { host }),
      }),
  });
  // The window comes up while the library opens: its first requests wait for it.
  serve(opening.then(createHandlers));
  buildMenu();
  openWindow(async (key) => (await opening).thumbnails.read(key));
  const services = await opening;
  quitAfter(services.close, services.isHeldUp);
  // The window shows what there is; an account that cannot be signed in now says so when it is used.
  services.prepare().catch(() => undefined);
}
