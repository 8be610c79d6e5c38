import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { en } from '../shared/locales/en.ts';
import { accountNumbers, type MenuCommand } from '../shared/menu-commands.ts';
import { emit } from './ipc.ts';

const words = en.menu;

/** The application menu. Its commands are Satchel's own; the window carries them out, so mouse, menu and keys do one thing. */
export function buildMenu(): void {
  const file: MenuItemConstructorOptions[] = [
    command(words.addAccount, 'addAccount', 'CmdOrCtrl+N'),
    { type: 'separator' },
    process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: words.quit },
  ];
  const items: MenuItemConstructorOptions[] = [
    command(words.openDetails, 'openDetails', 'CmdOrCtrl+I'),
    { type: 'separator' },
    command(words.addToProfileCollection, 'addToProfileCollection', 'CmdOrCtrl+Shift+A'),
    command(words.removeFromProfileCollection, 'removeFromProfileCollection', 'CmdOrCtrl+Shift+D'),
  ];
  // Not 0, which resets the zoom.
  const accounts: MenuItemConstructorOptions[] = [
    command(words.showAllAccounts, 'showAllAccounts', 'CmdOrCtrl+E'),
    ...accountNumbers.map((number) =>
      command(
        words.showAccount.replace('{number}', String(number)),
        `showAccount${number}`,
        `CmdOrCtrl+${number}`,
      ),
    ),
    { type: 'separator' },
    command(words.manageAccounts, 'manageAccounts', 'CmdOrCtrl+Shift+M'),
  ];
  const view: MenuItemConstructorOptions[] = [
    command(words.findItems, 'findItems', 'CmdOrCtrl+F'),
    command(words.refresh, 'refresh', 'CmdOrCtrl+R'),
    command(words.toggleOffline, 'toggleOffline', 'CmdOrCtrl+Shift+O'),
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
      { label: words.edit, role: 'editMenu' },
      { label: words.items, submenu: items },
      { label: words.accounts, submenu: accounts },
      { label: words.view, submenu: view },
    ]),
  );
}

function command(label: string, chosen: MenuCommand, accelerator: string): MenuItemConstructorOptions {
  return { id: chosen, label, accelerator, click: () => emit('menu.chosen', { command: chosen }) };
}
