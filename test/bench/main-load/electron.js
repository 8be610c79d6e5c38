// Electron's module as far as Satchel's main process needs it to get ready, and no further: no window is opened, and the
// process ends when the services have answered a first question. Everything else it is asked for is taken and ignored.
const handlers = new Map();
const ignored = new Proxy(function () {}, {
  get: (_target, name) => (name === 'then' ? undefined : ignored),
  apply: () => ignored,
  construct: () => ignored,
});

exports.app = {
  isPackaged: false,
  requestSingleInstanceLock: () => true,
  setPath: (name, path) => (exports.app[name] = path),
  getPath: (name) => exports.app[name],
  getVersion: () => '0.0.0-bench',
  getName: () => 'Satchel',
  on: () => exports.app,
  once: () => exports.app,
  whenReady: () => Promise.resolve(),
  quit: () => process.exit(3),
  exit: () => process.exit(3),
};
exports.ipcMain = { handle: (name, answer) => handlers.set(name, answer) };
exports.BrowserWindow = class {
  webContents = ignored;
  constructor() {
    void this.ask();
  }
  async ask() {
    const event = { senderFrame: { parent: null, origin: 'app://satchel' } };
    const answer = await handlers.get('accounts.list')(event, {});
    if (!answer.ok || answer.data.accounts.length !== 3) {
      process.stderr.write(`The services did not answer: ${JSON.stringify(answer)}\n`);
      process.exit(1);
    }
    process.exit(0);
  }
  once() {}
  on() {}
  async loadURL() {}
  static getAllWindows() {
    return [];
  }
};
exports.webContents = { getAllWebContents: () => [] };
exports.clipboard = ignored;
exports.dialog = { showErrorBox: (title, text) => process.stderr.write(`${title} ${text}\n`) };
exports.Menu = ignored;
exports.nativeTheme = { shouldUseDarkColors: false };
exports.net = ignored;
exports.powerMonitor = ignored;
exports.protocol = ignored;
exports.screen = ignored;
exports.session = ignored;
exports.shell = ignored;
