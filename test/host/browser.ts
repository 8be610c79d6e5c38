import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { findChromium, isHeadless } from './chromium.ts';

/** How the first window wants Chromium to start: these can be set at no later moment. */
export type LaunchOptions = {
  width: number;
  height: number;
  webRtcPolicy: string;
  /** A page opened a window in a way the host learns of only afterwards; it is closed again. */
  onStrayPage: (url: string) => void;
  /** Told the port of `--remote-debugging-port`, if it was asked for. */
  onDebuggingPort: (port: number) => void;
};

/** A running Chromium of the host's own, with a profile that is thrown away. */
export type HostBrowser = {
  /** The window Chromium opened at its start, the first time; a new one from then on. */
  openPage(): Promise<Page>;
  /** A context that shares nothing with any other. `mayConnect` is asked about its WebSockets. */
  openContext(onStrayPage: LaunchOptions['onStrayPage'], mayConnect: MayConnect): Promise<HostContext>;
  /** Sets a permission of Chromium's own for an origin, in the context of that id or the first one. */
  setPermission(name: string, origin: string, isGranted: boolean, contextId?: string): Promise<void>;
  close(): Promise<void>;
};

type MayConnect = (url: string) => Promise<boolean>;

/** What a partition lives in. */
export type HostContext = {
  context: BrowserContext;
  /** Chromium's own name for it. */
  id: string | undefined;
  openPage: () => Promise<Page>;
};

/** Starts Chromium with one app window. It ends with this process, however this process ends. */
export async function launchBrowser(options: LaunchOptions): Promise<HostBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'satchel-chromium-'));
  const tellProcessId = cleanUpAfter(profile);
  const port = process.argv.find((argument) => argument.startsWith('--remote-debugging-port='));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: isHeadless(),
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    colorScheme: null,
    // The keychain a test brings is for the app: Chromium would wait on one that never answers.
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    // Playwright would take these for itself and end Chromium before the app hears of them.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation', '--hide-scrollbars'],
    args: [
      '--app=data:text/html,',
      `--window-size=${options.width},${options.height}`,
      `--webrtc-ip-handling-policy=${options.webRtcPolicy}`,
      '--host-resolver-rules=MAP *.invalid ~NOTFOUND',
      `--crash-dumps-dir=${profile}`,
      '--test-type',
      '--log-level=3',
      ...(port ? [port] : []),
    ],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Chromium gave no browser session');
  tellProcessId(await readProcessId(session));
  // To Chromium the app's address is a public one, so a development server on this machine would be out of its reach.
  for (const name of ['loopback-network', 'local-network']) {
    await session.send('Browser.setPermission', { permission: { name }, setting: 'granted' });
  }

  if (port) options.onDebuggingPort(await readPort(port, profile));
  return {
    openPage: watchPages(context, options.onStrayPage, context.pages()[0]),
    async openContext(onStrayPage, mayConnect) {
      // A service worker's requests pass by the page's own, which is where the app is asked about them.
      const opened = await context.browser()?.newContext({
        viewport: null,
        colorScheme: null,
        serviceWorkers: 'block',
      });
      if (!opened) throw new Error('Chromium gave no context');
      await opened.routeWebSocket(/.*/, async (socket) => {
        if (await mayConnect(socket.url())) socket.connectToServer();
        else await socket.close();
      });
      return { context: opened, id: await readContextId(session), openPage: watchPages(opened, onStrayPage) };
    },
    async setPermission(name, origin, isGranted, browserContextId) {
      const setting = isGranted ? 'granted' : 'denied';
      const where = { origin, ...(browserContextId ? { browserContextId } : {}) };
      await session.send('Browser.setPermission', { permission: { name }, setting, ...where });
    },
    close: () => context.close(),
  };
}

/** How to open a page in a context; one that is opened in another way is told of and closed. */
function watchPages(
  context: BrowserContext,
  onStrayPage: LaunchOptions['onStrayPage'],
  first?: Page,
): () => Promise<Page> {
  let unused = first;
  let opening = 0;
  context.on('page', (page) => {
    if (opening > 0) return;
    onStrayPage(page.url());
    void page.close();
  });
  return async () => {
    const page = unused;
    unused = undefined;
    if (page) return page;
    opening += 1;
    return context.newPage().finally(() => (opening -= 1));
  };
}

/** The newest context's id: Playwright keeps it to itself. */
async function readContextId(session: CDPSession): Promise<string | undefined> {
  const { browserContextIds } = await session.send('Target.getBrowserContexts');
  return browserContextIds.at(-1);
}

/** Asked for any free port, Chromium writes the one it took into its profile, a moment after its start. */
async function readPort(argument: string, profile: string): Promise<number> {
  const wanted = Number(argument.split('=')[1]);
  if (wanted !== 0) return wanted;
  const file = join(profile, 'DevToolsActivePort');
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) await setTimeout(20);
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

async function readProcessId(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find((info) => info.type === 'browser');
  if (!browser) throw new Error('Chromium names no browser process');
  return browser.id;
}

/**
 * Chromium ends when its pipe closes, so also after a SIGKILL of this process. A shell that waits for this process's end
 * makes sure, and removes the profile: only then, as Chromium's own processes write to it to their last moment. Returns
 * how to tell it which process group Chromium is.
 */
function cleanUpAfter(profile: string): (processId: number) => void {
  if (process.platform === 'win32') {
    process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
    return () => undefined;
  }
  const script = 'read -r group; cat; kill -9 -- "-$group"; sleep 0.3; rm -rf "$1"';
  const shell = spawn('/bin/sh', ['-c', script, 'clean-up', profile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return (processId) => void shell.stdin.write(`${processId}\n`);
}
