import type { ContextBridge, IpcRenderer } from 'electron';
import type { WorldBridge } from './bridge.ts';
import type { FromPage, KeyCombination, ToPage } from './messages.ts';

/** The `electron` a preload script requires, and how messages from the main process reach it. */
export type PreloadWorld = {
  electron: {
    contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
    ipcRenderer: Pick<IpcRenderer, 'invoke' | 'on' | 'off' | 'removeListener'>;
  };
  receive(message: ToPage): void;
};

type Listener = Parameters<IpcRenderer['on']>[1];
type Question =
  { type: 'invoke'; channel: string; args: unknown[] } | Omit<FromPage & { type: 'permission' }, 'id'>;

/** Runs in the preload's world (its source text is sent there), so it refers to nothing outside. */
export function createPreloadWorld(
  bridge: WorldBridge,
  post: (message: FromPage) => void,
  setKeys: (keys: (KeyCombination | null)[]) => void,
): PreloadWorld {
  const answers = new Map<number, (message: ToPage & { type: 'answer' }) => void>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  bridge.provide('permission', (kind, permission) =>
    ask({ type: 'permission', kind: kind as 'request' | 'check', permission: String(permission) }),
  );
  bridge.provide('openWindow', (url, frameName, features) =>
    post({ type: 'openWindow', url: String(url), frameName: String(frameName), features: String(features) }),
  );

  const contextBridge = named('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void bridge.call('expose', key, bridge.encode(api)),
  });
  const ipcRenderer = named('ipcRenderer', {
    invoke: async (channel: string, ...args: unknown[]) => ask({ type: 'invoke', channel, args }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return this as IpcRenderer;
    },
    off(channel: string, listener: Listener) {
      return this.removeListener(channel, listener);
    },
    removeListener(channel: string, listener: Listener) {
      const kept = [...(listeners.get(channel) ?? [])];
      const index = kept.lastIndexOf(listener);
      if (index >= 0) kept.splice(index, 1);
      listeners.set(channel, kept);
      return this as IpcRenderer;
    },
  });

  return { electron: named('renderer', { contextBridge, ipcRenderer }), receive };

  function ask(question: Question): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      answers.set(id, ({ value, error }) => {
        answers.delete(id);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
      post({ ...question, id });
    });
  }

  function receive(message: ToPage): void {
    if (message.type === 'answer') answers.get(message.id)?.(message);
    else if (message.type === 'accelerators') setKeys(message.keys);
    else {
      const event = { sender: ipcRenderer, ports: [] } as unknown as Parameters<Listener>[0];
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
    }
  }

  function named<Part extends object>(name: string, part: Part): Part {
    return new Proxy(part, {
      get(object, property) {
        if (property in object || typeof property === 'symbol')
          return Reflect.get(object, property) as unknown;
        throw new Error(`The Chromium host has no electron.${name}.${property}`);
      },
    });
  }
}
