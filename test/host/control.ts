import { runInThisContext } from 'node:vm';
import type { Page } from 'playwright';
import { app } from './app.ts';

/** What a test that started the host asks of it, over the child process's own channel. */
export type ToHost = { id: number; source: string; argument: unknown };

/** What the host tells the test that started it. */
export type FromHost =
  | { type: 'answer'; id: number; value?: unknown; error?: string }
  | { type: 'debuggingPort'; port: number }
  | { type: 'problem'; text: string };

/** Opens the channel to the test, when the host was started with one: without, nobody can run code in the main process. */
export function openControl(electron: object): void {
  if (!process.channel) return;
  process.on('message', (message: ToHost) => {
    void evaluate(electron, message).then((answer) => tell({ type: 'answer', id: message.id, ...answer }));
  });
  // A test that is gone leaves no app behind.
  process.on('disconnect', () => app.exit(1));
  process.channel.unref();
}

/** Tells the test where its own Chromium client attaches. */
export function reportDebuggingPort(port: number): void {
  tell({ type: 'debuggingPort', port });
}

/** Tells the test about everything a clean run has none of: console errors, uncaught errors, CSP reports. */
export function reportProblems(page: Page): void {
  page.on('console', (message) => {
    if (message.type() === 'error')
      tell({ type: 'problem', text: `console: ${message.text()} (${message.location().url})` });
  });
  page.on('pageerror', (error) => tell({ type: 'problem', text: `page: ${error.stack ?? error.message}` }));
  page.on('crash', () => tell({ type: 'problem', text: 'page: crashed' }));
}

async function evaluate(
  electron: object,
  { source, argument }: ToHost,
): Promise<{ value?: unknown; error?: string }> {
  try {
    await app.whenReady();
    const evaluated = runInThisContext(`(${source})`) as (electron: object, argument: unknown) => unknown;
    return { value: await evaluated(electron, argument) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tell(message: FromHost): void {
  if (process.connected) process.send?.(message);
}
