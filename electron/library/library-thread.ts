import { parentPort, workerData } from 'node:worker_threads';
import { toAppError, type ErrorData } from '../../shared/errors.ts';
import { Library, type FileTrouble } from './library.ts';
import { carryOut, type LibraryCall } from './remote-library.ts';

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

port.on('message', (message: ToThread) => {
  if (message === 'close') {
    library?.close();
    // Of this thread alone, whatever else still holds it.
    process.exit();
  }
  const { id, call } = message;
  try {
    if (!library) throw failure;
    say({ id, answer: carryOut(library, call) });
  } catch (thrown) {
    say({ id, error: toAppError(thrown).toJSON() });
  }
});
