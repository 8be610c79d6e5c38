import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { en } from '../shared/locales/en.ts';
import { accountNumbers, commandKeys, type MenuCommand } from '../shared/menu-commands.ts';
import { emit } from './ipc.ts';

const words = en.menu;

/** What would be undone and redone next, in words; null where there is nothing. */
export interface UndoNames {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The application menu. Its commands are Satchel's own; the window carries them out, so mouse, menu and keys do one thing. */
export function buildMenu({ undo, redo }: UndoNames): void {
  const file: MenuItemConstructorOptions[] = [
    command(words.addAccount, 'addAccount'),
    command(words.newCollection, 'newCollection'),
    command(words.openPalette, 'openPalette'),
    command(words.openSettings, 'openSettings'),
    { type: 'separator' },
    command(words.exportItems, 'exportItems'),
    command(words.makeBackup, 'makeBackup'),
    command(words.restoreBackup, 'restoreBackup'),
    { type: 'separator' },
    process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: words.quit },
  ];
  const edit: MenuItemConstructorOptions[] = [
    // Never disabled: in a field of text they are about what was typed.
    command(undo ?? words.undo, 'undo'),
    command(redo ?? words.redo, 'redo'),
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { type: 'separator' },
    // Of a field of text what is in it, else all of the list on screen.
    command(words.selectAll, 'selectAll'),
    command(words.invertSelection, 'invertSelection'),
  ];
  const items: MenuItemConstructorOptions[] = [
    command(words.openDetails, 'openDetails'),
    { type: 'separator' },
    command(words.addToCollection, 'addToCollection'),
    { type: 'separator' },
    command(words.addToProfileCollection, 'addToProfileCollection'),
    command(words.removeFromProfileCollection, 'removeFromProfileCollection'),
  ];
  // Not 0, which resets the zoom.
  const accounts: MenuItemConstructorOptions[] = [
    command(words.showAllAccounts, 'showAllAccounts'),
    ...accountNumbers.map((number) =>
      command(words.showAccount.replace('{number}', String(number)), `showAccount${number}`),
    ),
    { type: 'separator' },
    command(words.manageAccounts, 'manageAccounts'),
  ];
  const view: MenuItemConstructorOptions[] = [
    command(words.findItems, 'findItems'),
    command(words.refresh, 'refresh'),
    command(words.refreshEverything, 'refreshEverything'),
    command(words.toggleOffline, 'toggleOffline'),
    command(words.openActivity, 'openActivity'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const, label: app.name }] : []),
      { label: words.file, submenu: file },
      { label: words.edit, submenu: edit },
      { label: words.items, submenu: items },
      { label: words.accounts, submenu: accounts },
      { label: words.view, submenu: view },
    ]),
  );
}

function command(label: string, chosen: MenuCommand): MenuItemConstructorOptions {
  const keys = commandKeys[chosen];
  // A lone & would underline the letter after it.
  return {
    id: chosen,
    label: label.replaceAll('&', '&&'),
    ...(keys ? { accelerator: keys } : {}),
    click: () => emit('menu.chosen', { command: chosen }),
  };
}
