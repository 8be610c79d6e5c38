import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { FileTrouble } from './library.ts';
import type { FromThread, ThreadData, ToThread } from './library-thread.ts';
import { remoteLibrary, type RemoteLibrary } from './remote-library.ts';

export interface ThreadOptions {
  /** Where the thread's own code is: library-thread. */
  readonly code: URL;
  /** Where the library's files are. */
  readonly folder: string;
}

/**
 * Takes over the library of a thread. Told the new name of each damaged file that was set aside, and of files that cannot
 * be written, and again when they can.
 */
export type TakeLibrary = (
  onSetAside: (path: string) => void,
  onTrouble?: (trouble: FileTrouble) => void,
) => RemoteLibrary;

type News = Extract<FromThread, { setAside: string } | { trouble: FileTrouble }>;

// A thread that has not ended by then has lost nothing: what was answered is on the disk.
const closeWithinMs = 5000;

/**
 * Opens the library in a thread of its own, while whoever is going to take it is still on their way: what it tells
 * meanwhile waits for them. Calls are carried out in the order they were made, from the first moment on; one that cannot
 * open rejects them all with the reason.
 */
export function startLibraryThread({ code, folder }: ThreadOptions): TakeLibrary {
  const workerData: ThreadData = { folder };
  const thread = new Worker(code, { workerData, name: 'library' });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = Promise.withResolvers<undefined>();
  let end: AppError | undefined;
  let lastId = 0;
  const early: News[] = [];
  let hear = (news: News): void => void early.push(news);

  thread.on('message', (message: FromThread) => {
    if ('setAside' in message || 'trouble' in message) {
      hear(message);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) call?.reject(AppError.from(message.error));
    else call?.resolve(message.answer);
  });
  thread.on(
    'error',
    (error: Error) => (end ??= new AppError('storageFailed', `The library broke off: ${error.message}`)),
  );
  thread.on('exit', () => {
    end ??= new AppError('storageFailed', 'The library broke off');
    for (const call of waiting.values()) call.reject(end);
    waiting.clear();
    ended.resolve(undefined);
  });

  function tell(message: ToThread): void {
    thread.postMessage(message);
  }

  const library = remoteLibrary(
    (call) => {
      if (end) return Promise.reject(end);
      const answer = Promise.withResolvers<unknown>();
      const id = ++lastId;
      waiting.set(id, answer);
      tell({ id, call });
      return answer.promise;
    },
    async () => {
      end ??= new AppError('cancelled', 'The library is closed');
      tell('close');
      const timer = setTimeout(() => void thread.terminate(), closeWithinMs);
      await ended.promise;
      clearTimeout(timer);
    },
  );
  return (onSetAside, onTrouble) => {
    hear = (news) => ('setAside' in news ? onSetAside(news.setAside) : onTrouble?.(news.trouble));
    for (const news of early.splice(0)) hear(news);
    return library;
  };
}
