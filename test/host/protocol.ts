import type { CustomScheme, Protocol } from 'electron';
import { app } from './app.ts';
import { named } from './missing.ts';
import { toElectron } from './addresses.ts';

type Handler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, Handler>();

class HostProtocol implements Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) {
      if (scheme !== 'app')
        throw new Error(`The Chromium host has no electron.protocol for '${scheme}:', only for 'app:'`);
    }
  }

  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  }
}

export const protocol = named('protocol', new HostProtocol());

/** Whether the app answers this address itself, as Chromium knows it. */
export function isOwnAddress(chromiumUrl: string): boolean {
  return handlers.has(new URL(toElectron(chromiumUrl)).protocol.slice(0, -1));
}

/** The app's own answer to a request Chromium made; a handler that fails is a network error to the page. */
export async function answerOwn(chromiumUrl: string, init: RequestInit): Promise<Response> {
  const url = toElectron(chromiumUrl);
  try {
    return (
      (await handlers.get(new URL(url).protocol.slice(0, -1))?.(new Request(url, init))) ?? Response.error()
    );
  } catch {
    return Response.error();
  }
}
