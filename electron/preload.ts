import { contextBridge, ipcRenderer } from 'electron';
import type { SatchelBridge } from '../shared/ipc.ts';

// The contract's names, put here by the build: its schemas are main's, and reading them took every start 10 ms.
declare const contractNames: { readonly requests: readonly string[]; readonly events: readonly string[] };
const { requests, events } = contractNames;

// Only these pass: lists keep inherited and made-up ones out.
const bridge: SatchelBridge = {
  request(name, input) {
    if (!requests.includes(name)) return Promise.resolve(unknownName(name));
    return ipcRenderer.invoke(name, input);
  },
  listen(name, listener) {
    if (!events.includes(name)) return () => undefined;
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
};

contextBridge.exposeInMainWorld('satchel', Object.freeze(bridge));

function unknownName(name: string) {
  return { ok: false, error: { code: 'inputInvalid', message: `No such request: ${name}` } };
}
