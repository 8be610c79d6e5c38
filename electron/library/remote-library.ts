import { AppError } from '../../shared/errors.ts';
import type { Library } from './library.ts';

/** The same methods, each answering a promise: what is behind them may be another thread. */
export type Remote<T> = {
  readonly [Name in MethodsOf<T>]: T[Name] extends (
    ...args: infer Args extends readonly unknown[]
  ) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

type MethodsOf<T> = {
  [Name in keyof T]: T[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof T];

type Part = Exclude<keyof Library, MethodsOf<Library>>;

// A part that is missing here does not compile.
const parts: Readonly<Record<Part, true>> = {
  accounts: true,
  activityLog: true,
  backups: true,
  categories: true,
  collectibleDays: true,
  collectiblePast: true,
  collectibles: true,
  collectibleViews: true,
  collectionFacts: true,
  collectionFiles: true,
  collectionPages: true,
  collections: true,
  containers: true,
  details: true,
  filing: true,
  holdings: true,
  items: true,
  leftovers: true,
  listExports: true,
  outbox: true,
  overviews: true,
  ownershipAnswers: true,
  ownershipList: true,
  ownershipRuns: true,
  ownershipSheet: true,
  places: true,
  profileItems: true,
  profileSteps: true,
  rateBudgets: true,
  refreshes: true,
  refreshRuns: true,
  savedViews: true,
  sendings: true,
  settings: true,
  storage: true,
  thumbnails: true,
  timeline: true,
  undo: true,
};

/** The library as services see it. Every method rejects with an AppError; `cancelled` once it is closed. */
export type RemoteLibrary = { readonly [Name in Part]: Remote<Library[Name]> } & {
  readonly forget: Remote<Library>['forget'];
  readonly clearAccount: Remote<Library>['clearAccount'];
  readonly close: () => Promise<void>;
};

/** One call of a method of the library: of one of its parts, or, where that is null, of the library itself. */
export interface LibraryCall {
  readonly part: Part | null;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Gives `ask`, which carries calls to wherever the library is, the library's own face. */
export function remoteLibrary(
  ask: (call: LibraryCall) => Promise<unknown>,
  close: () => Promise<void>,
): RemoteLibrary {
  const face = (part: Part) =>
    new Proxy({}, { get: (_target, method) => toMethod({ part, method: String(method) }) });
  const toMethod =
    (call: Pick<LibraryCall, 'part' | 'method'>) =>
    (...args: unknown[]) =>
      ask({ ...call, args });
  return {
    ...Object.fromEntries((Object.keys(parts) as Part[]).map((part) => [part, face(part)])),
    forget: toMethod({ part: null, method: 'forget' }),
    clearAccount: toMethod({ part: null, method: 'clearAccount' }),
    close,
  } as unknown as RemoteLibrary;
}

/** Carries out one call. Throws what the method does. */
export function carryOut(library: Library, { part, method, args }: LibraryCall): unknown {
  const target: object = part === null ? library : library[part];
  const found: unknown = Reflect.get(target, method);
  if (typeof found !== 'function') throw new AppError('unexpected', `The library has no ${part}.${method}`);
  return Reflect.apply(found, target, args);
}

/** A library in this very thread: for tests and simulations, which replay. */
export function inThisThread(library: Library): RemoteLibrary {
  return remoteLibrary(
    (call) => new Promise((resolve) => resolve(carryOut(library, call))),
    () => {
      library.close();
      return Promise.resolve();
    },
  );
}
