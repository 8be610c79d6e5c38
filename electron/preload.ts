import { contextBridge, ipcRenderer } from 'electron';
import { eventNames, requests, type SatchelBridge } from '../shared/ipc.ts';

// Only the contract's own names pass: `Object.hasOwn` and the list keep inherited and made-up ones out.
const bridge: SatchelBridge = {
  request(name, input) {
    if (!Object.hasOwn(requests, name)) return Promise.resolve(unknownName(name));
    return ipcRenderer.invoke(name, input);
  },
  listen(name, listener) {
    if (!eventNames.some((known) => known === name)) return () => undefined;
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
