import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateAccount } from '../../../electron/demo/account.ts';
import { drawThumbnail } from '../../../electron/demo/art/thumbnail.ts';
import { createDemoRoblox } from '../../../electron/demo/demo-roblox.ts';

// The demo's Roblox in a process of its own, with one account of BENCH_COPIES copies. An answer is made once and kept, so
// that whoever asks waits for the asking and not for the making.
const account = generateAccount({
  userId: Number(process.env['BENCH_USER']),
  name: 'BenchCollector',
  seed: 4711,
  itemCount: Number(process.env['BENCH_COPIES']),
  hasSession: false,
});
const kept = new Map<string, { status: number; headers: [string, string][]; body: Uint8Array }>();
const asked = new Set<string>();
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const picture = drawThumbnail('hat', 1, 150);
const { app } = createDemoRoblox({
  accounts: [account],
  imageOrigin: `${origin}/rbxcdn`,
  limitFactor: 100_000,
  signedOutCanViewPerMinute: 100_000,
});

process.send?.({ origin });
// Asked for the pages of inventories that were fetched, in their order.
process.on('message', () => process.send?.({ paths: [...asked] }));
process.on('disconnect', () => process.exit());

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const path = incoming.url ?? '/';
  if (path.startsWith('/rbxcdn/')) return void outgoing.setHeader('content-type', 'image/png').end(picture);
  const isPage = incoming.method === 'GET' && !path.startsWith('/users/');
  if (isPage) asked.add(path);
  const { status, headers, body } = (isPage && kept.get(path)) || (await make(incoming, path));
  if (isPage) kept.set(path, { status, headers, body });
  outgoing.writeHead(status, Object.fromEntries(headers)).end(body);
}

async function make(incoming: IncomingMessage, path: string) {
  const { method = 'GET' } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = method === 'GET' ? null : Buffer.concat(chunks);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const response = await app.fetch(new Request(origin + path, { method, headers, body }));
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers], body: bytes };
}
