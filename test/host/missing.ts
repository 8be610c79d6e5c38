import { EventEmitter } from 'node:events';

/** Stands for a module of Electron's that the host lacks: whatever is asked of it throws by name. */
export function missing(name: string): never {
  // A function, so that `new electron.Tray()` throws by name as well.
  return new Proxy(function () {}, {
    get: (_target, property) => (typeof property === 'symbol' ? undefined : refuse(`${name}.${property}`)),
    construct: () => refuse(name),
    apply: () => refuse(name),
  }) as never;
}

/** Makes what `target` lacks throw by name, instead of being undefined or silently ignored. */
export function named<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, property) {
      const isQuiet = typeof property === 'symbol' || property === 'then' || property === 'toJSON';
      if (!isQuiet && !(property in object)) refuse(`${name}.${property}`);
      return Reflect.get(object, property) as unknown;
    },
  });
}

/** Throws by name for an option the host would ignore. */
export function refuseUnknown(name: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown) refuse(`${name} option '${unknown}'`);
}

/** An emitter that refuses a listener for an event the host never emits. */
export class HostEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super();
    this.on('newListener', (event: string | symbol) => {
      if (!events.includes(String(event))) refuse(`${name} event '${String(event)}'`);
    });
  }
}

/** The event object of Electron's cancellable events. */
export class HostEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

function refuse(what: string): never {
  throw new Error(`The Chromium host has no electron.${what}`);
}
