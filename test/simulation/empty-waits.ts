/**
 * Makes a wait of no time one turn of the loop, for as long as `task` takes. The client waits so before it resends, and the
 * computer's timers take a millisecond at least for it, in which a simulation could do nothing but turn round.
 */
export async function withoutEmptyWaits<T>(task: () => Promise<T>): Promise<T> {
  const { setTimeout } = globalThis;
  const inVirtualTime = (callBack: () => void, afterMs = 0, ...args: []) =>
    afterMs > 0 ? setTimeout(callBack, afterMs, ...args) : setImmediate(callBack, ...args);
  globalThis.setTimeout = Object.assign(inVirtualTime, setTimeout) as typeof setTimeout;
  try {
    return await task();
  } finally {
    globalThis.setTimeout = setTimeout;
  }
}
