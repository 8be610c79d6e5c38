// An app that is nothing but Satchel's own sign-in window. Plain JavaScript: real Electron runs it as it stands.
import { app, BrowserWindow, protocol } from 'electron';
import { signInHosts } from '../../../electron/accounts/sign-in-hosts.ts';
import { openSignInWindow } from '../../../electron/accounts/sign-in-window.ts';
import { readOrigin } from '../../../electron/roblox/origin.ts';
import { lockNavigation, registerScheme } from '../../../electron/window.ts';

const partitions = [];
const attempts = [];
let main;

app.setPath('userData', process.env.SATCHEL_USER_DATA);
registerScheme();
lockNavigation();
app.on('session-created', (session) => partitions.push(session));
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response('<title>Main</title>', { headers: { 'content-type': 'text/html' } }),
  );
  main = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } });
  void main.loadURL('app://satchel/index.html');
});

// What tests drive, through `evaluate`: only JSON goes in and out.
globalThis.fixture = {
  /** Opens a window; sessions that contain `notYet` are turned down, `isSlow` waits for `release`. */
  open({ path, notYet = 'signs-nobody-in', isSlow = false }) {
    const hosts = signInHosts(readOrigin(process.env));
    const attempt = { sessions: [], refused: [], outcome: 'open', partition: partitions.length };
    const released = Promise.withResolvers();
    attempt.release = released.resolve;
    attempt.window = openSignInWindow({
      hosts: path === undefined ? hosts : { ...hosts, address: new URL(path, hosts.address).href },
      parent: main,
      async onSession(session) {
        attempt.sessions.push(session);
        if (isSlow) await released.promise;
        if (session.includes('refuse')) throw Object.assign(new Error('refused'), { code: 'sessionRefused' });
        return session.includes(notYet) ? 'notYet' : 'done';
      },
      onHostRefused: (host) => attempt.refused.push(host),
    });
    attempt.window.ended.then(
      () => (attempt.outcome = 'done'),
      (error) => (attempt.outcome = error.code ?? String(error)),
    );
    return attempts.push(attempt) - 1;
  },
  async read(number) {
    const { sessions, refused, outcome, partition } = attempts[number];
    const cookies = await partitions[partition].cookies.get({});
    return { sessions, refused, outcome, cookies: cookies.map(({ name }) => name) };
  },
  close: (number) => attempts[number].window.close(),
  closeMain: () => main.close(),
  release: (number) => attempts[number].release(),
  titles: () => BrowserWindow.getAllWindows().map((window) => window.getTitle()),
};
