import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Whether a window could be seen by somebody. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs `task` with a display: the one there is, else virtual ones that end with it, `DISPLAY` the first of them and
 * `SATCHEL_DISPLAYS` all. A virtual display picks its own free number, so two runs do not meet.
 */
export async function withDisplay<T>(
  task: (environment: NodeJS.ProcessEnv) => Promise<T>,
  count = 1,
): Promise<T> {
  if (hasDisplay()) return task(process.env);
  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const servers: ChildProcess[] = [];
  const displays: string[] = [];
  try {
    // One after the other: two that look for a free number at once may find the same.
    for (let index = 0; index < count; index++) {
      const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
      servers.push(server);
      displays.push(`:${await readNumber(server)}`);
    }
    return await task({ ...process.env, DISPLAY: displays[0], SATCHEL_DISPLAYS: displays.join(' ') });
  } finally {
    for (const server of servers) server.kill();
  }
}

async function readNumber(server: ChildProcess): Promise<string> {
  const failed = once(server, 'exit').then(() => {
    throw new Error('The virtual display (Xvfb) could not be started');
  });
  const [chunk] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])) as [Buffer];
  return chunk.toString().trim();
}
