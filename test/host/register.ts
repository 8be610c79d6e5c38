import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { findEntry } from './app-package.ts';

// node --import <this file> out/main/main.js runs the built app with the host in place of Electron.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'electron') return nextResolve(specifier, context);
    return { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true };
  },
});

// Threads of the app's own are started with this flag, too; there is one Electron, and it is not theirs.
if (isMainThread) await startHost();

async function startHost(): Promise<void> {
  const electron = await import('./electron.ts');
  const { hostApp } = await import('./app.ts');
  const { openControl } = await import('./control.ts');

  openControl(electron);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => hostApp.quit());
  }
  // Node runs the same module as its main one and does not evaluate it twice: this only learns when that is done. An app
  // that waits for `ready` at its top level is never done, and Node says so with exit code 13.
  void import(pathToFileURL(findEntry()).href).then(() => hostApp.start());
}
