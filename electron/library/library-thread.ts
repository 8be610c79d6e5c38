import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { toAppError, type ErrorData } from '../../shared/errors.ts';
import { carryOutCalls, type Outcome } from './carry-out-calls.ts';
import { Library, type FileTrouble } from './library.ts';
import type { LibraryCall } from './remote-library.ts';

export interface ThreadData {
  readonly folder: string;
}

export type ToThread = { readonly id: number; readonly call: LibraryCall } | 'close';

export type FromThread =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: ErrorData }
  | { readonly setAside: string }
  | { readonly trouble: FileTrouble };

// The thread the databases live in: the window's own never waits for them.
const port = parentPort;
if (!port) throw new Error('The library is opened in a thread of its own');
const say = (message: FromThread) => port.postMessage(message);
const { folder } = workerData as ThreadData;
let library: Library | undefined;
let failure: unknown;
try {
  library = new Library(
    folder,
    (path) => say({ setAside: path }),
    (trouble) => say({ trouble }),
  );
} catch (thrown) {
  // Whoever asks is told why.
  failure = thrown;
}

port.on('message', (first: ToThread) => {
  const calls: Exclude<ToThread, 'close'>[] = [];
  let message: ToThread | undefined = first;
  // What has come in by now is known as a whole, so that it can be written as one.
  for (; message && message !== 'close'; message = nextMessage()) calls.push(message);
  answer(calls);
  if (message !== 'close') return;
  library?.close();
  // Of this thread alone, whatever else still holds it.
  process.exit();
});

function nextMessage(): ToThread | undefined {
  return port ? (receiveMessageOnPort(port)?.message as ToThread | undefined) : undefined;
}

function answer(calls: readonly Exclude<ToThread, 'close'>[]): void {
  const tell = (place: number, outcome: Outcome) => {
    const id = calls[place]?.id ?? 0;
    try {
      if ('thrown' in outcome) throw outcome.thrown;
      say({ id, answer: outcome.answer });
    } catch (thrown) {
      // Also of an answer that cannot be sent.
      say({ id, error: toAppError(thrown).toJSON() });
    }
  };
  if (library)
    carryOutCalls(
      library,
      calls.map(({ call }) => call),
      tell,
    );
  else for (const place of calls.keys()) tell(place, { thrown: failure });
}
