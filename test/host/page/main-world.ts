import type { Encoded, WorldBridge } from './bridge.ts';

/** In the page's own world: makes what the preload exposes appear on `window`, frozen, as Electron does. */
export function receiveExposed(bridge: WorldBridge): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    for (const member of Object.values(value)) freeze(member);
    return Object.freeze(value);
  };
  bridge.provide('expose', (key, encoded) => {
    const name = String(key);
    if (Object.hasOwn(window, name)) {
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    }
    Object.defineProperty(window, name, {
      value: freeze(bridge.decode(encoded as Encoded)),
      enumerable: true,
    });
  });
}

/**
 * In the page's own world: asks the app before the browser decides. `ask` sets Chromium's own permission to the app's
 * answer, then the real function runs and meets it, so a missing handler in the app shows.
 */
export function askForPermissions(bridge: WorldBridge): void {
  const ask = (kind: 'request' | 'check', permission: string) =>
    bridge.call('permission', kind, permission) as Promise<void>;

  wrap(globalThis.Notification, 'requestPermission', 'request', () => 'notifications');
  wrap(navigator.geolocation, 'getCurrentPosition', 'request', () => 'geolocation');
  wrap(navigator.geolocation, 'watchPosition', 'request', () => 'geolocation');
  wrap(navigator.mediaDevices, 'getUserMedia', 'request', () => 'media');
  wrap(navigator.clipboard, 'readText', 'request', () => 'clipboard-read');
  wrap(navigator.permissions, 'query', 'check', (descriptor) => (descriptor as PermissionDescriptor).name);

  function wrap(
    owner: object | undefined,
    name: string,
    kind: 'request' | 'check',
    of: (argument: unknown) => string,
  ) {
    const original: unknown = owner && Reflect.get(owner, name);
    if (!owner || typeof original !== 'function') return;
    const value = async (...args: unknown[]): Promise<unknown> => {
      await ask(kind, of(args[0]));
      return Reflect.apply(original, owner, args);
    };
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
}

/**
 * In the page's own world: `window.open` goes to the app's window-open handler. Chromium has no hook before a popup
 * exists, so it answers null at once, as Electron does for a denied one; an allowed one the main process opens.
 */
export function forwardWindowOpen(bridge: WorldBridge): void {
  window.open = (url = '', frameName = '', features = '') => {
    const address = url === '' ? 'about:blank' : new URL(url, document.baseURI).href;
    bridge.call('openWindow', address, frameName, features);
    return null;
  };
}
