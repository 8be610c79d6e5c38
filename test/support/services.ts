import { onTestFinished } from 'vitest';
import type { DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { temporaryFolder } from './library-folder.ts';
import { startRobloxServer, type RobloxServer } from './roblox-server.ts';

export interface Satchel {
  readonly services: Services;
  readonly server: RobloxServer;
  readonly folder: string;
  readonly events: { readonly name: string; readonly payload: unknown }[];
  /** Ends this run and starts another on the same folder, as after a crash. */
  restart(): Promise<Services>;
}

/** Everything behind the handlers, against a server of the test's own over a socket. */
export async function startSatchel(
  options: {
    session?: (server: RobloxServer) => string | undefined;
    roblox?: Partial<DemoRobloxOptions>;
  } = {},
): Promise<Satchel> {
  const server = await startRobloxServer(options.roblox);
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const events: { name: string; payload: unknown }[] = [];
  const environment = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_SESSION: options.session?.(server) };
  const start = async () => {
    const services = createServices({
      folder,
      version: '0.0.0-test',
      environment,
      emit: (name, payload) => events.push({ name, payload }),
    });
    onTestFinished(() => services.close());
    await services.prepare();
    return services;
  };
  const services = await start();
  return { services, server, folder, events, restart: start };
}
