import { onTestFinished } from 'vitest';
import type { DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import { AppError } from '../../shared/errors.ts';
import { Library } from '../../electron/library/library.ts';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { createServices, type Services } from '../../electron/services.ts';
import type { FileDialogs } from '../../electron/services/file-dialogs.ts';
import type { OnSession } from '../../electron/accounts/session-offers.ts';
import { temporaryFolder } from './library-folder.ts';
import { MemoryVault } from './memory-vault.ts';
import { noDialogs } from './no-dialogs.ts';
import { startRobloxServer, type RobloxServer } from './roblox-server.ts';

export interface Satchel {
  readonly services: Services;
  readonly server: RobloxServer;
  readonly folder: string;
  readonly vault: MemoryVault;
  /** What is copied; tests put a text there. */
  readonly clipboard: { text: string };
  /** The sign-in window, when it is open: a test plays the person in it. */
  readonly signInWindow: { onSession: OnSession; close: () => void } | null;
  /** What the system's dialogs answer, and what they were to show. */
  readonly files: { chosen: string | null; readonly shown: string[]; relaunches: number };
  readonly events: { readonly name: string; readonly payload: unknown }[];
  /** Ends this run and starts another on the same folder, as after a crash. */
  restart(): Promise<Services>;
}

/** Everything behind the handlers, against a server of the test's own over a socket. */
export async function startSatchel(
  options: {
    session?: (server: RobloxServer) => string | undefined;
    roblox?: Partial<DemoRobloxOptions>;
  } = {},
): Promise<Satchel> {
  const server = await startRobloxServer(options.roblox);
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const vault = new MemoryVault();
  const clipboard = { text: '' };
  const files: Satchel['files'] = { chosen: null, shown: [], relaunches: 0 };
  const dialogs: FileDialogs = {
    ...noDialogs,
    chooseNewFile: () => Promise.resolve(files.chosen),
    chooseFile: () => Promise.resolve(files.chosen),
    chooseFolder: () => Promise.resolve(files.chosen),
    relaunch: () => (files.relaunches += 1),
    showFile(path) {
      files.shown.push(path);
      return null;
    },
  };
  let signInWindow: Satchel['signInWindow'] = null;
  const events: { name: string; payload: unknown }[] = [];
  const environment = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_SESSION: options.session?.(server) };
  const start = async () => {
    const services = await createServices({
      openLibrary: (onSetAside, onTrouble) => inThisThread(new Library(folder, onSetAside, onTrouble)),
      version: '0.0.0-test',
      environment,
      emit: (name, payload) => events.push({ name, payload }),
      vault,
      dialogs,
      dataFolder: folder,
      clipboard: { read: () => Promise.resolve(clipboard.text), clear: () => (clipboard.text = '') },
      openSignInWindow: (_origin, onSession) => {
        const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
        const close = () => reject(new AppError('signInCancelled', 'Closed'));
        signInWindow = {
          close,
          async onSession(session) {
            const outcome = await onSession(session).catch((thrown: unknown) => {
              reject(thrown);
              throw thrown;
            });
            if (outcome === 'done') resolve(undefined);
            return outcome;
          },
        };
        return { ended, close, focus: () => undefined };
      },
    });
    onTestFinished(() => services.close());
    await services.prepare();
    return services;
  };
  const services = await start();
  return {
    services,
    server,
    folder,
    vault,
    clipboard,
    files,
    get signInWindow() {
      return signInWindow;
    },
    events,
    restart: start,
  };
}
