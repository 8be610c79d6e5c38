export interface TimeLimit {
  readonly signal: AbortSignal;
  /** What has ended in time holds on to nothing any more: a signal's own timer would, until its time is over. */
  readonly callOff: () => void;
}

/** A signal that aborts with a `TimeoutError` after so many milliseconds. It keeps no process from ending. */
export function timeLimit(ms: number): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), ms);
  timer.unref();
  return { signal: controller.signal, callOff: () => clearTimeout(timer) };
}
