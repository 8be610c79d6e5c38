import { spawn, type ChildProcess } from 'node:child_process';

export interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv;
}

const running = new Set<ChildProcess>();
let isStopping = false;

/** Runs a command to its end, its output shown; resolves with its exit code. */
export function run(
  command: string,
  args: readonly string[],
  { environment }: RunOptions = {},
): Promise<number> {
  if (isStopping) return Promise.resolve(1);
  const child = spawn(command, args, { env: environment ?? process.env, stdio: 'inherit' });
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a Node script of the project or its packages with the Node this runs on. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<number> {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], options);
}

function stop(signal: NodeJS.Signals): void {
  isStopping = true;
  for (const child of running) child.kill(signal);
}

// A signal goes on to what was started, which ends in its own way; only then does this process end. So does the end of
// whoever started this process, which may come without a signal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !isStopping) stop('SIGTERM');
}, 500).unref();
