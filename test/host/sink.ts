import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two loopback servers that note everything that reaches them: proof of what left the app, and of what did not. */
export type Sink = {
  origin: string;
  /** Paths asked for over HTTP. `/redirect` leads to `/landed`. */
  requests: readonly string[];
  udpPort: number;
  datagrams(): number;
  close(): Promise<void>;
};

export async function openSink(): Promise<Sink> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/landed' }).end();
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>Sink</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  let datagrams = 0;
  const socket = createSocket('udp4', () => (datagrams += 1));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    udpPort: socket.address().port,
    datagrams: () => datagrams,
    async close() {
      server.closeAllConnections();
      server.close();
      socket.close();
      await Promise.all([once(server, 'close'), once(socket, 'close')]);
    },
  };
}
