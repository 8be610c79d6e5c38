import { once } from 'node:events';
import { createRequire } from 'node:module';
import { _electron } from 'playwright';
import type { Launch, RunningApp } from './running-app.ts';

export function electronCommand(main: string): [command: string, args: string[]] {
  // Outside Electron the package's export is the path of its binary.
  const command = createRequire(import.meta.url)('electron') as string;
  // Chromium refuses its sandbox to root.
  return [command, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), main]];
}

/** Runs the app on Electron itself, through Playwright. */
export async function startElectron(launch: Launch): Promise<RunningApp> {
  const [, args] = electronCommand(launch.main);
  const electron = await _electron.launch({ args, env: launch.env, colorScheme: null });
  const child = electron.process();
  child.stdout?.on('data', (chunk: Buffer) => launch.onOutput(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    launch.onOutput(text);
    // Chromium's own log lines, `[pid:date:ERROR:file]`, say nothing about the app.
    const lines = text
      .split('\n')
      .filter((line) => line.trim() && !/^\[\d+:/.test(line) && !/^Debugger |^DevTools /.test(line));
    if (lines.length > 0) launch.onProblem(`main: ${lines.join('\n')}`);
  });
  const context = electron.context();
  context.on('console', (message) => {
    if (message.type() === 'error') launch.onProblem(`console: ${message.text()}`);
  });
  context.on('weberror', (webError) => launch.onProblem(`page: ${String(webError.error())}`));

  return {
    host: 'electron',
    pid: child.pid ?? 0,
    page: await electron.firstWindow(),
    windows: () => electron.windows(),
    evaluate: (run, argument) => electron.evaluate(run as never, argument) as never,
    close: () => electron.close(),
    async kill() {
      const exited = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGKILL')) await exited;
    },
  };
}
