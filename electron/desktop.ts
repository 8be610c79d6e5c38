import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { app, clipboard, dialog, nativeTheme, shell } from 'electron';
import type { ExportFormat } from '../shared/collections.ts';
import { AppError } from '../shared/errors.ts';
import { en } from '../shared/locales/en.ts';
import type { Settings } from '../shared/settings.ts';
import type { FileDialogs, KnownFileWish, NewFileWish } from './services/file-dialogs.ts';

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

/** Puts a text of Satchel's own where a person can paste it. */
export async function copyText(text: string): Promise<null> {
  await clipboard.writeText(text);
  return null;
}

/** Shows the library's files where the operating system shows files. */
export function showLibrary(): null {
  return fileDialogs.showFile(join(app.getPath('userData'), 'keep.db'));
}

/** How services ask for files and show them. */
export const fileDialogs: FileDialogs = {
  chooseNewFile,
  showFile(path) {
    shell.showItemInFolder(path);
    return null;
  },
  chooseFile,
  async chooseFolder(title) {
    const { filePaths } = await dialog.showOpenDialog({
      title,
      properties: ['openDirectory', 'createDirectory'],
    });
    return filePaths[0] ?? null;
  },
  async openFolder(path) {
    if ((await shell.openPath(path)) !== '') throw new AppError('folderGone', 'The system cannot open it');
    return null;
  },
  relaunch() {
    app.relaunch();
    app.quit();
  },
};

/** Where the person wants a file; null when they think better of it. The name offered is one that is still free. */
async function chooseNewFile({ title, name, kind, extension }: NewFileWish): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title,
    defaultPath: freeName(app.getPath('documents'), name, extension),
    filters: [{ name: kind, extensions: [extension] }],
  });
  if (canceled || filePath === '') return null;
  return extname(filePath) === '' ? `${filePath}.${extension}` : filePath;
}

/** Where the person wants a file of collections; null when they think better of it. */
export function chooseExportFile(format: ExportFormat): Promise<string | null> {
  const { exportTitle, exportName, ...kinds } = en.fileDialogs;
  return chooseNewFile({ title: exportTitle, name: exportName, kind: kinds[format], extension: format });
}

/** Which file of collections the person wants read; null when they think better of it. */
export function chooseImportFile(): Promise<string | null> {
  const { importTitle: title, importable: kind } = en.fileDialogs;
  return chooseFile({ title, kind, extensions: ['json', 'csv', 'tsv', 'txt'] });
}

async function chooseFile({ title, kind, extensions }: KnownFileWish): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title,
    filters: [{ name: kind, extensions: [...extensions] }],
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}

/** Light, dark, or what the system says: the page and what the system draws of the window follow together. */
export function applyTheme(theme: Settings['theme']): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}

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

function freeName(folder: string, name: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.${extension}`);
    if (!existsSync(path)) return path;
  }
}
