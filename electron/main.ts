import { app, BrowserWindow } from 'electron';
import { toAppError } from '../shared/errors.ts';
import { signInHosts } from './accounts/sign-in-hosts.ts';
import { openSignInWindow } from './accounts/sign-in-window.ts';
import { copiedText, showStartError } from './desktop.ts';
import { createHandlers } from './handlers.ts';
import { emit, serve } from './ipc.ts';
import { buildMenu } from './menu.ts';
import { createServices } from './services.ts';
import { lockNavigation, openWindow, registerScheme } from './window.ts';

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

function openLibrary(): void {
  const services = createServices({
    folder: app.getPath('userData'),
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
  serve(createHandlers(services));
  // The window shows what there is; an account that cannot be signed in now says so when it is used.
  services.prepare().catch(() => undefined);
  buildMenu();
  openWindow((key) => services.thumbnails.read(key));
  app.on('will-quit', () => services.close());
  // Everything is closed by now; a thread that waits for the keychain would be waited for in turn.
  app.on('quit', () => void (services.isHeldUp() && process.kill(process.pid, 'SIGKILL')));
}
