// A window with one page of the bench's, served as Satchel serves its own. Plain JavaScript: real Electron runs it as it
// stands. `/names.json` and `/thumb/<number>` are what the page shows.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const { BENCH_PAGE: root, BENCH_NAMES: names, BENCH_PICTURES: pictures } = process.env;
const read = new Map();

app.setPath('userData', process.env.SATCHEL_USER_DATA);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  protocol.handle('app', async ({ url }) => {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/thumb/')) return new Response(picture(pathname.slice(7)), headers('image/png'));
    const file = pathname === '/names.json' ? names : join(root, pathname);
    return new Response(await readFile(file), headers(types[extname(file)] ?? 'application/octet-stream'));
  });
  const window = new BrowserWindow({ width: 1280, height: 832, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://satchel/index.html');
});

function picture(name) {
  if (!read.has(name)) read.set(name, readFileSync(join(pictures, `${name}.png`)));
  return read.get(name);
}

function headers(type) {
  return { headers: { 'content-type': type, 'cache-control': 'no-cache' } };
}
