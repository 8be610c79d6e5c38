import { resolve } from 'node:path';
import type * as Electron from 'electron';
import type { Page } from 'playwright/test';

export const repository = resolve(import.meta.dirname, '../..');

/** Runs in the main process: its source text is sent there, so it refers to nothing but its arguments. */
export type MainFunction<Argument, Value> = (
  electron: typeof Electron,
  argument: Argument,
) => Value | Promise<Value>;

/** One of the two ways to run the app, before `launchApp` adds what both have in common. */
export type RunningApp = {
  host: 'electron' | 'chromium-host';
  /** The main process. */
  pid: number;
  /** The first window's page. */
  page: Page;
  windows: () => Page[];
  /** Runs a function in the main process, with Electron's module as its first argument. Values travel as JSON. */
  evaluate: <Value, Argument = undefined>(
    run: MainFunction<Argument, Value>,
    argument?: Argument,
  ) => Promise<Value>;
  /** Asks the app to quit and waits until its main process has ended. */
  close: () => Promise<void>;
  /** Ends the main process at once, with SIGKILL. */
  kill: () => Promise<void>;
};

export type Launch = {
  main: string;
  env: Record<string, string>;
  /** Everything a clean run has none of. */
  onProblem: (text: string) => void;
  /** What the main process prints. */
  onOutput: (text: string) => void;
};
