import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a second instance tells the first. */
export type Greeting = { argv: string[]; workingDirectory: string };

/** Whether this process is the first for the folder; if not, the first is told and `told` settles when it was. */
export type InstanceLock = { isFirst: true } | { isFirst: false; told: Promise<void> };

/**
 * One address per data folder. Listening on it is decided at once, so the lock is known synchronously as in Electron,
 * and the system gives it up with the process, however that ends.
 */
export function lockInstance(folder: string, onGreeting: (greeting: Greeting) => void): InstanceLock {
  const address = addressOf(folder);
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('end', () => {
      onGreeting(JSON.parse(text) as Greeting);
      socket.end();
    });
    socket.on('error', () => undefined);
  });
  server.on('error', () => undefined);
  server.listen(address);
  server.unref();
  return server.listening ? { isFirst: true } : { isFirst: false, told: greet(address) };
}

function greet(address: string): Promise<void> {
  const greeting: Greeting = { argv: process.argv, workingDirectory: process.cwd() };
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(JSON.stringify(greeting)));
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
    socket.resume();
  });
}

function addressOf(folder: string): string {
  const name = `satchel-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Linux frees an abstract address with its process; elsewhere a file has to do.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}
