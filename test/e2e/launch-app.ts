import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository, type Launch, type RunningApp } from './running-app.ts';
import { electronCommand, startElectron } from './start-electron.ts';
import { hostCommand, startHost } from './start-host.ts';

export type LaunchOptions = {
  /** The main module to run; Satchel's build by default. */
  main?: string;
  /** Added to the environment. SATCHEL_USER_DATA is a fresh folder, removed at the end, unless given here. */
  env?: Readonly<Record<string, string>>;
  colorScheme?: 'light' | 'dark';
  /** Size of the window's content, in CSS pixels. */
  size?: { width: number; height: number };
};

export type App = RunningApp & {
  userData: string;
  /** What the main process printed so far. */
  output: () => string;
  /** Console errors, uncaught errors, CSP reports and what the main process wrote to stderr, so far. */
  problems: () => readonly string[];
};

let isAnnounced = false;

/** What `launchApp` runs on here: Electron when its binary is installed. */
export function installedHost(): RunningApp['host'] {
  return existsSync(join(repository, 'node_modules/electron/path.txt')) ? 'electron' : 'chromium-host';
}

/** The program and arguments that run the app here, for a test that wants no window of it. */
export function appCommand(main: string): [command: string, args: string[]] {
  return installedHost() === 'electron' ? electronCommand(main) : hostCommand(main);
}

/**
 * Starts the built app: on Electron when its binary is installed, on the Chromium host otherwise, and prints which once.
 * Resolves when the first window shows its page.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const temporary = options.env?.['SATCHEL_USER_DATA'] ? null : mkdtempSync(join(tmpdir(), 'satchel-data-'));
  const userData = options.env?.['SATCHEL_USER_DATA'] ?? temporary ?? '';
  const problems: string[] = [];
  let output = '';
  const launch: Launch = {
    main: options.main ?? join(repository, 'out/main/main.js'),
    env: { ...inheritedEnvironment(), ...options.env, SATCHEL_USER_DATA: userData },
    onProblem: (text) => void problems.push(text),
    onOutput: (text) => (output += text),
  };
  const removeFolder = async () => {
    if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  announce();
  const running = await start(launch).catch(async (error: unknown) => {
    await removeFolder();
    throw new Error(`${String(error)}\n${output}`, { cause: error });
  });
  await dress(running, options);

  return {
    ...running,
    userData,
    output: () => output,
    problems: () => problems,
    close: () => running.close().finally(removeFolder),
    kill: () => running.kill().finally(removeFolder),
  };
}

function start(launch: Launch): Promise<RunningApp> {
  return installedHost() === 'electron' ? startElectron(launch) : startHost(launch);
}

function announce(): void {
  if (!isAnnounced) console.log(`End-to-end tests run on ${installedHost()}`);
  isAnnounced = true;
}

async function dress({ page, evaluate }: RunningApp, { colorScheme, size }: LaunchOptions): Promise<void> {
  if (colorScheme)
    await evaluate(({ nativeTheme }, scheme) => void (nativeTheme.themeSource = scheme), colorScheme);
  if (size) await page.setViewportSize(size);
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
