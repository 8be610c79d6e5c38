import { defineAsyncComponent, getCurrentInstance, type Component } from 'vue';

type Load<Part> = () => Promise<{ readonly default: Part }>;
/** Vue's own handle on an asynchronous component: once it has run, the first showing waits for nothing. */
type Loadable = Component & { readonly __asyncLoader?: () => Promise<unknown> };

const ahead: (() => Promise<unknown>)[] = [];
let tellMissing: () => void = () => undefined;

/**
 * A part of the page that the first screen does without: a file of its own, loaded when there is nothing else to do, or
 * when it is shown before that. To be called once, outside any component: each call is another part, kept for good with
 * all that it was called from.
 */
export function laterPart<Part extends Component>(load: Load<Part>): Part {
  if (getCurrentInstance()) throw new Error('A later part belongs to its file, not to each component of it');
  const part = defineAsyncComponent<Part>({ loader: toldOf(load), delay: 0 });
  // Whole at its first showing, so that a panel that takes the focus has something to give it to.
  ahead.push(() => load().then(() => (part as Loadable).__asyncLoader?.()));
  return part;
}

/** The same for a view, as the router wants it. */
export function laterView<Part extends Component>(load: Load<Part>): () => Promise<Part> {
  ahead.push(load);
  return toldOf(load);
}

/** Code that is loaded later. */
interface LaterModule<Module> {
  /** Rejects if it cannot be read. */
  readonly whenThere: Promise<Module>;
  /** Loads it now: it is wanted soon. */
  readonly hurry: () => void;
}

/** Code that nothing on the first screen needs. To be called once, outside any component. */
export function laterModule<Module>(load: () => Promise<Module>): LaterModule<Module> {
  const { promise, resolve, reject } = Promise.withResolvers<Module>();
  const loadNow = () => load().then(resolve, reject);
  ahead.push(loadNow);
  return { whenThere: promise, hurry: () => void loadNow() };
}

/** Loads one part after the other while the window has nothing else to do, so that each is there when it is wanted. */
export async function loadLaterParts(): Promise<void> {
  for (const load of ahead) {
    await idle();
    // Whoever opens it is told.
    await load().catch(() => undefined);
  }
}

/** Has somebody told when a part is wanted and its file cannot be read. */
export function onPartMissing(tell: () => void): void {
  tellMissing = tell;
}

function toldOf<Part>(load: Load<Part>): () => Promise<Part> {
  return async () => {
    try {
      return (await load()).default;
    } catch (thrown) {
      tellMissing();
      throw thrown;
    }
  };
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }));
}
