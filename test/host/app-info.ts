import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { configurationFolder, findEntry, readAppPackage } from './app-package.ts';
import { HostEmitter } from './missing.ts';

type Part = Pick<
  App,
  'getAppPath' | 'getName' | 'getPath' | 'getVersion' | 'isPackaged' | 'name' | 'setPath'
>;

const events = [
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'session-created',
];

/** What `electron.app` knows about the app: its name, version and folders. */
export class AppInfo extends HostEmitter implements Part {
  readonly isPackaged = false;
  private readonly package = readAppPackage(findEntry());
  private readonly paths = new Map<string, string>();

  constructor() {
    super('app', events);
    this.paths.set('home', homedir()).set('temp', tmpdir()).set('appData', configurationFolder());
  }

  get name(): string {
    return this.package.name;
  }

  getName(): string {
    return this.package.name;
  }

  getVersion(): string {
    return this.package.version;
  }

  getAppPath(): string {
    return this.package.folder;
  }

  getPath(name: string): string {
    const path = this.paths.get(name);
    if (path) return path;
    if (name === 'userData') return join(this.getPath('appData'), this.name);
    throw new Error(`The Chromium host has no electron.app.getPath('${name}')`);
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
}
