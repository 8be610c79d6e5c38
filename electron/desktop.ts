import { app, clipboard, dialog, shell } from 'electron';
import { AppError } from '../shared/errors.ts';
import { en } from '../shared/locales/en.ts';

const openableHosts = new Set(['www.roblox.com', 'create.roblox.com']);

/** Opens an address in the person's own browser: https and Roblox's pages only. */
export async function openInBrowser(address: string): Promise<void> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || !openableHosts.has(url.host)) {
    throw new AppError('inputInvalid', `Not an address Satchel opens: ${url.origin}`);
  }
  await shell.openExternal(url.href);
}

/** The text a person has copied: read when they ask for it and never handed to a page. */
export const copiedText = {
  read: () => clipboard.readText(),
  clear: () => clipboard.clear(),
};

/** Says why Satchel cannot start, where there is no window yet to say it in. */
export function showStartError({ code, message }: AppError): void {
  const { title, hint } = en.errors[code];
  dialog.showErrorBox(title, `${hint}\n\n${message}`);
}

/** Lets Satchel quit once `close` is done. When something still holds the process up then, it is killed. */
export function quitAfter(close: () => Promise<void>, isHeldUp: () => boolean): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void close().finally(() => {
      if (isHeldUp()) process.kill(process.pid, 'SIGKILL');
      app.exit();
    });
  });
}
