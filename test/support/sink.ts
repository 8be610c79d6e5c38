import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sink {
  readonly origin: string;
  /** What reached it, as `METHOD /path`. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** A server on loopback that only counts: where whatever gets out of the page would arrive. */
export async function openSink(): Promise<Sink> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response
      .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      .end('<p>sink</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
