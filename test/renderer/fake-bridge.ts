import type { EventName, Events, RequestInput, RequestName, RequestOutput } from '../../shared/ipc.ts';
import { toAppError } from '../../shared/errors.ts';

type Handlers = {
  [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | Promise<RequestOutput<Name>>;
};

export interface FakeBridge {
  /** Every request so far, as `name`. */
  readonly asked: readonly string[];
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

/** Stands in for the preload: what has no handler answers an error, as the real one does. */
export function installBridge(handlers: Handlers): FakeBridge {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const asked: string[] = [];
  const satchel = {
    async request(name: string, input: unknown): Promise<unknown> {
      asked.push(name);
      const handler = handlers[name as RequestName] as ((input: unknown) => unknown) | undefined;
      try {
        if (!handler) throw new Error(`No handler for ${name}`);
        return { ok: true, data: await handler(input) };
      } catch (thrown) {
        return { ok: false, error: toAppError(thrown).toJSON() };
      }
    },
    listen(name: string, listener: (payload: unknown) => void): () => void {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => all.delete(listener);
    },
  };
  Object.defineProperty(window, 'satchel', { value: satchel, configurable: true });
  return {
    asked,
    emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload)),
  };
}
