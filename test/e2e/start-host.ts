import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright/test';
import type { FromHost, ToHost } from '../host/control.ts';
import { repository, type Launch, type RunningApp } from './running-app.ts';

const quitTimeoutMs = 15_000;
const launchTimeoutMs = 20_000;

export function hostCommand(main: string): [command: string, args: string[]] {
  return [process.execPath, ['--import', join(repository, 'test/host/register.ts'), main]];
}

/**
 * Runs the app on the Chromium host and attaches to its Chromium. Once in some hundred starts of a loaded machine
 * Chromium never shows a window; then it is started once more, and the test says so.
 */
export async function startHost(launch: Launch): Promise<RunningApp> {
  try {
    return await startOnce(launch);
  } catch (error) {
    if (!(error instanceof LaunchTimeout)) throw error;
    console.log(error.message);
    return startOnce(launch);
  }
}

class LaunchTimeout extends Error {}

async function timeOut(): Promise<never> {
  await setTimeout(launchTimeoutMs, undefined, { ref: false });
  throw new LaunchTimeout('Chromium showed no window: starting it once more');
}

async function startOnce(launch: Launch): Promise<RunningApp> {
  const [command, args] = hostCommand(launch.main);
  const child = spawn(command, [...args, '--remote-debugging-port=0'], {
    env: launch.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const port = readPort(child);
  collectOutput(child, launch);
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code, signal) =>
      reject(new Error(`The app ended before its window was there (${code ?? signal})`)),
    );
  });
  ended.catch(() => undefined);

  try {
    const attached = port
      .then(attach)
      .then(async (browser) => ({ browser, page: await firstWindow(browser) }));
    const { browser, page } = await Promise.race([attached, ended, timeOut()]);
    return createRunningApp(child, browser, page);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function createRunningApp(child: ChildProcess, browser: Browser, page: Page): RunningApp {
  return {
    host: 'chromium-host',
    pid: child.pid ?? 0,
    page,
    windows: () => browser.contexts().flatMap((context) => context.pages()),
    evaluate: createEvaluate(child),
    async close() {
      await browser.close();
      await quit(child);
    },
    async kill() {
      const exited = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await exited;
      await browser.close();
    },
  };
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('message', (message: FromHost) => {
      if (message.type === 'debuggingPort') resolve(message.port);
    });
  });
}

function collectOutput(child: ChildProcess, { onProblem, onOutput }: Launch): void {
  child.stdout?.setEncoding('utf8').on('data', onOutput);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    onOutput(text);
    onProblem(`main: ${text}`);
  });
  child.on('message', (message: FromHost) => {
    if (message.type === 'problem') onProblem(message.text);
  });
}

function attach(port: number): Promise<Browser> {
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
}

async function firstWindow(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('Chromium has no window');
  // Attaching in the middle of a navigation may miss its events: the document itself is asked whether it is all there.
  await page.waitForURL((url) => url.protocol.startsWith('http'), { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  return page;
}

function createEvaluate(child: ChildProcess): RunningApp['evaluate'] {
  let lastId = 0;
  return async <Value>(run: unknown, argument: unknown): Promise<Value> => {
    const question: ToHost = { id: ++lastId, source: String(run), argument };
    return new Promise<Value>((resolve, reject) => {
      const onExit = () => reject(new Error('The app ended before it answered'));
      const onMessage = (message: FromHost) => {
        if (message.type !== 'answer' || message.id !== question.id) return;
        child.off('message', onMessage).off('exit', onExit);
        if (message.error === undefined) resolve(message.value as Value);
        else reject(new Error(message.error));
      };
      child.on('message', onMessage).on('exit', onExit);
      if (child.connected) child.send(question);
      else onExit();
    });
  };
}

/** As Electron's own test driver: ask to quit, and after a while insist. */
async function quit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = new AbortController();
  void setTimeout(quitTimeoutMs, undefined, { signal: insist.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
  insist.abort();
}
