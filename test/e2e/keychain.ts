import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { repository } from './running-app.ts';

/** Environment for `launchApp` that decides which keychain the app meets. */
export type KeychainEnvironment = { readonly DBUS_SESSION_BUS_ADDRESS: string };

export type Keychain = {
  env: KeychainEnvironment;
  /** What Satchel has stored, value by account. */
  entries(): Promise<Record<string, string>>;
  /** Stores a value as Satchel would, or as somebody who edits the keychain by hand. */
  write(account: string, value: string): Promise<void>;
  remove(account: string): Promise<void>;
  /** From now on, what is stored cannot be read: there is nobody to ask for the password. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Ends every process of it and forgets what was stored. */
  stop(): Promise<void>;
};

/** A desktop without any keychain: the bus it would be on is not there. */
export const withoutKeychain: KeychainEnvironment = {
  DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(tmpdir(), 'satchel-has-no-bus')}`,
};

// Where Satchel keeps sessions of a stand-in server.
export const service = 'Satchel (stand-in)';
const password = 'only for this test';
const runFile = promisify(execFile);

// No services are started on demand, so nothing of this computer's own takes part.
const busConfiguration = (path: string) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

// Each line of its standard input makes the keyring start anew. It ends with that input, so also when the test is killed.
const script = `
  start() {
    printf %s "$2" | gnome-keyring-daemon --foreground --unlock --components=secrets --control-directory="$1" & ring=$!
  }
  dbus-daemon --nofork --config-file="$1/bus.conf" & bus=$!
  while [ ! -S "$1/bus" ]; do kill -0 $bus || exit 1; sleep 0.02; done
  start "$@"
  while read -r _; do kill $ring; wait $ring; start "$@"; done
  kill $ring $bus
  wait`;

/** Starts a real keychain of the test's own: gnome-keyring, unlocked and empty, on a bus that nobody else is on. */
export async function startKeychain(): Promise<Keychain> {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-keychain-'));
  writeFileSync(join(folder, 'bus.conf'), busConfiguration(join(folder, 'bus')));
  const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}` };
  const own = { ...process.env, ...env, HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const shell = spawn('/bin/sh', ['-c', script, 'keychain', folder, password], {
    env: own,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const entries = async () => {
    const found = (await askKeytar(env, 'findCredentials', service)) as {
      account: string;
      password: string;
    }[];
    return Object.fromEntries(found.map((entry) => [entry.account, entry.password]));
  };
  const stop = async () => {
    await endShell(shell);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  await waitUntilUsable(shell, entries).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    env,
    entries,
    stop,
    write: async (account, value) => {
      await askKeytar(env, 'setPassword', service, account, value);
    },
    remove: async (account) => {
      await askKeytar(env, 'deletePassword', service, account);
    },
    lock: async () => {
      const where = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
      const collection = 'array:objpath:/org/freedesktop/secrets/collection/login';
      const message = [...where, 'org.freedesktop.Secret.Service.Lock', collection];
      await runFile('dbus-send', ['--session', '--print-reply', ...message], { env: own });
    },
    unlock: async () => {
      // A new daemon is given the password at its start; the old one would ask a person for it.
      shell.stdin.write('\n');
      await waitUntilUsable(shell, entries);
    },
  };
}

/** A keychain that takes every question and never answers, as one does that waits for a person. */
export async function startSilentKeychain(): Promise<Pick<Keychain, 'env' | 'stop'>> {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-keychain-'));
  const path = join(folder, 'bus');
  const server = createServer();
  const sockets = new Set<{ destroy(): unknown }>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(path);
  await once(server, 'listening');
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Calls keytar in a process that has the keychain's environment: this one's own is decided. Rejects as keytar does. */
export async function askKeytar(
  env: KeychainEnvironment,
  name: 'findCredentials' | 'getPassword' | 'setPassword' | 'deletePassword',
  ...args: readonly string[]
): Promise<unknown> {
  const source = `
    const [name, ...args] = process.argv.slice(1);
    require('keytar')[name](...args).then(
      (value) => process.stdout.write(JSON.stringify({ value })),
      (error) => process.stdout.write(JSON.stringify({ error: error.message })),
    );`;
  const { stdout } = await runFile(process.execPath, ['-e', source, '--', name, ...args], {
    cwd: repository,
    env: { ...process.env, ...env },
    timeout: 15_000,
  });
  const { value, error } = JSON.parse(stdout) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

async function waitUntilUsable(shell: ChildProcess, read: () => Promise<unknown>): Promise<void> {
  let output = '';
  shell.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  for (let attempt = 1; ; attempt++) {
    try {
      await read();
      return;
    } catch (error) {
      if (attempt === 50 || shell.exitCode !== null)
        throw new Error(`The keychain did not start: ${String(error)}\n${output}`, { cause: error });
      await setTimeout(100);
    }
  }
}

async function endShell(shell: ChildProcess): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return;
  const ended = once(shell, 'exit');
  shell.stdin?.end();
  await ended;
}
