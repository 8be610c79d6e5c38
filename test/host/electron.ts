import { BrowserWindow } from './browser-window.ts';
import { app } from './app.ts';
import { clipboard } from './clipboard.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, whenMenuChanges } from './menu.ts';
import { missing } from './missing.ts';
import { nativeTheme } from './native-theme.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import { dialog } from './dialog.ts';
import { shell } from './shell.ts';
import { sendAccelerators, webContents } from './web-contents.ts';

whenMenuChanges(sendAccelerators);

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
  webContents,
};

// Everything else Electron's main process has: importing it works, using it throws by name.
export const autoUpdater = missing('autoUpdater');
export const BaseWindow = missing('BaseWindow');
export const BrowserView = missing('BrowserView');
export const contentTracing = missing('contentTracing');
export const crashReporter = missing('crashReporter');
export const desktopCapturer = missing('desktopCapturer');
export const globalShortcut = missing('globalShortcut');
export const ImageView = missing('ImageView');
export const inAppPurchase = missing('inAppPurchase');
export const MenuItem = missing('MenuItem');
export const MessageChannelMain = missing('MessageChannelMain');
export const nativeImage = missing('nativeImage');
export const net = missing('net');
export const netLog = missing('netLog');
export const Notification = missing('Notification');
export const powerMonitor = missing('powerMonitor');
export const powerSaveBlocker = missing('powerSaveBlocker');
export const pushNotifications = missing('pushNotifications');
export const safeStorage = missing('safeStorage');
export const screen = missing('screen');
export const ShareMenu = missing('ShareMenu');
export const systemPreferences = missing('systemPreferences');
export const TouchBar = missing('TouchBar');
export const Tray = missing('Tray');
export const utilityProcess = missing('utilityProcess');
export const View = missing('View');
export const webFrameMain = missing('webFrameMain');
export const WebContentsView = missing('WebContentsView');
