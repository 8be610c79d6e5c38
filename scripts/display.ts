import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Whether a window could be seen by somebody. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs `task` with a display: the one there is, else a virtual one that ends with it. The virtual display picks its own
 * free number, so two runs do not meet.
 */
export async function withDisplay<T>(task: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay()) return task(process.env);
  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const number = await readNumber(server);
    return await task({ ...process.env, DISPLAY: `:${number}` });
  } finally {
    server.kill();
  }
}

async function readNumber(server: ChildProcess): Promise<string> {
  const failed = once(server, 'exit').then(() => {
    throw new Error('The virtual display (Xvfb) could not be started');
  });
  const [chunk] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])) as [Buffer];
  return chunk.toString().trim();
}
