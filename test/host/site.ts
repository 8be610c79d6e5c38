import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web site on loopback: any path is a page, but for those that set cookies or lead somewhere. */
export type Site = {
  origin: string;
  /** What was asked for, oldest first. */
  requests: readonly string[];
  /** The cookies that came with the last request for this path. */
  cookiesAt(path: string): string | undefined;
  close(): Promise<void>;
};

/** `/set/a=1` sets a cookie, `/to/<address>` redirects there, `/loop` to itself. */
export async function openSite(): Promise<Site> {
  const requests: string[] = [];
  const cookies = new Map<string, string | undefined>();
  const server = createServer(({ url = '', headers }, response) => {
    requests.push(url);
    cookies.set(url, headers.cookie);
    const cookie = /^\/set\/(.+)/.exec(url)?.[1];
    const target = url === '/loop' ? '/loop' : /^\/to\/(.+)/.exec(url)?.[1];
    if (cookie) response.setHeader('set-cookie', `${cookie}; HttpOnly; Path=/`);
    if (target) response.writeHead(302, { location: decodeURIComponent(target) }).end();
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>Site</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    cookiesAt: (path) => cookies.get(path),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
