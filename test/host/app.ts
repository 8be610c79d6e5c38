import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { App } from 'electron';
import { AppInfo } from './app-info.ts';
import { HostEvent, named } from './missing.ts';
import { closeBrowser } from './running-browser.ts';
import { lockInstance } from './single-instance.ts';
import { openWindows } from './windows.ts';

type Part = Pick<App, 'exit' | 'isReady' | 'quit' | 'relaunch' | 'requestSingleInstanceLock' | 'whenReady'>;

class HostApp extends AppInfo implements Part {
  private readonly ready = Promise.withResolvers<undefined>();
  private state: 'starting' | 'ready' | 'quitting' | 'exiting' = 'starting';
  private told: Promise<void> = Promise.resolve();

  isReady(): boolean {
    return this.state !== 'starting';
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  requestSingleInstanceLock(): boolean {
    const lock = lockInstance(this.getPath('userData'), ({ argv, workingDirectory }) => {
      this.emit('second-instance', new HostEvent(), argv, workingDirectory, null);
    });
    if (!lock.isFirst) this.told = lock.told;
    return lock.isFirst;
  }

  quit(): void {
    if (this.state === 'quitting' || this.state === 'exiting') return;
    const before = new HostEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.state = 'quitting';
    for (const window of [...openWindows]) window.close();
    if (openWindows.size === 0) this.finishQuit();
  }

  /** Another one begins when this one has ended, as it was begun. */
  relaunch(): void {
    process.once('exit', () => {
      const args = [...process.execArgv, ...process.argv.slice(1)];
      spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
    });
  }

  exit(code = 0): void {
    if (this.state === 'exiting') return;
    this.state = 'exiting';
    this.emit('quit', new HostEvent(), code);
    void Promise.allSettled([this.told, closeBrowser()]).then(() => process.exit(code));
  }

  /** The main module has been evaluated, and only now is the app ready, as in Electron. */
  start(): void {
    if (this.state !== 'starting') return;
    this.state = 'ready';
    // Electron has made this folder by now.
    mkdirSync(this.getPath('userData'), { recursive: true });
    // Electron lives on without windows; Node would not.
    setInterval(() => undefined, 2 ** 30);
    this.ready.resolve(undefined);
    this.emit('ready', new HostEvent(), {});
  }

  /** A window refused to close: the app stays. */
  cancelQuit(): void {
    if (this.state === 'quitting') this.state = 'ready';
  }

  /** The last window is gone. */
  onAllClosed(): void {
    if (this.state === 'quitting') this.finishQuit();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  private finishQuit(): void {
    if (this.state !== 'quitting') return;
    const will = new HostEvent();
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.state = 'ready';
    else this.exit();
  }
}

/** The app itself, for the host's own use. */
export const hostApp = new HostApp();

/** What the app's code gets as `electron.app`. */
export const app = named('app', hostApp);
