// Satchel, or a peer, exactly as built but for one thing: its first script begins with a watch for the first paint of
// what BENCH_PAINTED asks for, and the page's questions under way are counted. Plain JavaScript: real Electron runs it as it
// stands.
import { ipcMain, protocol } from 'electron';

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

// A refresh is answered when Roblox has answered: nobody who looks at a list waits for it.
globalThis.benchUnderWay = 0;
const { handle: handleQuestion } = ipcMain;
ipcMain.handle = (name, answer) =>
  handleQuestion.call(ipcMain, name, async (...question) => {
    const counts = /refresh/i.test(name) ? 0 : 1;
    globalThis.benchUnderWay += counts;
    try {
      return await answer(...question);
    } finally {
      globalThis.benchUnderWay -= counts;
    }
  });

await import(process.env.BENCH_MAIN);
