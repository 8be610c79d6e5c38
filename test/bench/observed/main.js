// Satchel, or a peer, exactly as built but for one thing: its first script begins with a watch for the first paint of
// what BENCH_PAINTED asks for. Plain JavaScript: real Electron runs it as it stands.
import { protocol } from 'electron';

const watch = `{
  const report = () => { globalThis.benchPaintedAt = performance.now(); };
  const look = () => {
    if (!(${process.env.BENCH_PAINTED})) return void requestAnimationFrame(look);
    // The task after this frame: by then it has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = report;
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
`;

const { handle } = protocol;
protocol.handle = (scheme, answer) =>
  handle.call(protocol, scheme, async (request) => {
    const response = await answer(request);
    if (!/\/assets\/index-[^/]*\.js$/.test(new URL(request.url).pathname)) return response;
    return new Response(watch + (await response.text()), { headers: response.headers });
  });

await import(process.env.BENCH_MAIN);
