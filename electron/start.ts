import type { UndoState } from '../shared/undo.ts';
import { signInHosts } from './accounts/sign-in-hosts.ts';
import { openSignInWindow } from './accounts/sign-in-window.ts';
import { applyTheme, copiedText, fileDialogs, quitAfter } from './desktop.ts';
import { FirstScreen } from './first-screen.ts';
import { createHandlers } from './handlers.ts';
import { ask, emit, serve } from './ipc.ts';
import { buildMenu } from './menu.ts';
import { createServices, type ServicesOptions } from './services.ts';
import { namesOf } from './undo-menu.ts';
import { openWindow } from './window.ts';

/** Builds the services, serves them and opens the window. Rejects when there is no library to show. */
export async function openSatchel(
  options: Pick<ServicesOptions, 'openLibrary' | 'dataFolder' | 'version' | 'environment'>,
): Promise<void> {
  const firstScreen: FirstScreen = new FirstScreen((name, input) => ask(handlers, name, input), emit);
  const opening = createServices({
    ...options,
    onTheme: applyTheme,
    emit: (name, payload) => {
      firstScreen.emit(name, payload);
      if (name === 'undo.changed') void nameUndo(payload as UndoState);
    },
    clipboard: copiedText,
    dialogs: fileDialogs,
    openSignInWindow: (origin, onSession) =>
      openSignInWindow({
        hosts: signInHosts(origin),
        onSession,
        onHostRefused: (host) => emit('signIn.hostRefused', { host }),
      }),
  });
  const nameUndo = async (state: UndoState) => {
    const { book } = await opening;
    const nameOf = (id: number) => book.find(id)?.nickname ?? book.find(id)?.displayName ?? String(id);
    buildMenu(namesOf(state, nameOf));
  };
  // The window comes up while the library opens: its first requests wait for it.
  const handlers = opening.then((services) => createHandlers(services, firstScreen));
  serve(handlers);
  firstScreen.prepare();
  buildMenu({ undo: null, redo: null });
  openWindow({
    firstAnswers: () => firstScreen.answers(),
    readThumbnail: async (key) => (await opening).thumbnails.read(key),
  });
  const services = await opening;
  quitAfter(services.close, services.isHeldUp);
  const undo = await ask(handlers, 'undo.state', {});
  if (undo.ok) await nameUndo(undo.data);
  // The window shows what there is; an account that cannot be signed in now says so when it is used.
  services.prepare().catch(() => undefined);
}
