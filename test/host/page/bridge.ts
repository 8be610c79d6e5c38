/** What one side of the two worlds of a page can do with the other. */
export type WorldBridge = {
  /** Gives the other world a function under a name. */
  provide(name: string, provided: AnyFunction): void;
  /** Calls a function the other world provided; its answer, or promise of one, comes back. */
  call(name: string, ...args: unknown[]): unknown;
  /** Describes an object of data and functions so that the other world can rebuild it. */
  encode(value: unknown): Encoded;
  decode(encoded: Encoded): unknown;
};

export type AnyFunction = (...args: unknown[]) => unknown;

export type Encoded =
  | ['nothing']
  | ['json', unknown]
  | ['error', string]
  | ['function', string]
  | ['promise', string]
  | ['object', Record<string, Encoded>];

type Message =
  ['call', string, Encoded[]] | ['return', Encoded] | ['settle', string, Encoded] | ['release', string];

/**
 * Joins the page's world and the preload's by synchronous events under a name no page can guess: the only thing two
 * worlds of one document share is its DOM. Runs in the page (its source text is sent there), so it refers to nothing outside.
 */
export function joinWorlds(outgoing: string, incoming: string): WorldBridge {
  const target = window;
  const dispatch = target.dispatchEvent.bind(target);
  const { parse, stringify } = JSON;
  const functions = new Map<string, AnyFunction>();
  const waiting = new Map<string, (encoded: Encoded) => void>();
  let lastId = 0;
  let returned: Encoded = ['nothing'];

  const post = (message: Message) => dispatch(new CustomEvent(outgoing, { detail: stringify(message) }));

  target.addEventListener(incoming, (event) => {
    const message = parse((event as CustomEvent<string>).detail) as Message;
    if (message[0] === 'call') post(['return', run(message[1], message[2])]);
    else if (message[0] === 'return') returned = message[1];
    else if (message[0] === 'release') functions.delete(message[1]);
    else waiting.get(message[1])?.(message[2]);
  });

  // Nobody in this world can call it any more, so the other world need not keep it: Electron's own bridge lets go as well.
  const released = new FinalizationRegistry<string>((id) => post(['release', id]));

  function run(id: string, args: Encoded[]): Encoded {
    try {
      const called = functions.get(id);
      if (!called) throw new Error(`Nothing is provided as ${id}`);
      return encode(called(...args.map(decode)));
    } catch (error) {
      return encodeError(error);
    }
  }

  function callById(id: string, args: unknown[]): unknown {
    post(['call', id, args.map(encode)]);
    const answer = returned;
    if (answer[0] === 'error') throw new Error(answer[1]);
    return decode(answer);
  }

  function encode(value: unknown): Encoded {
    if (value === undefined) return ['nothing'];
    if (typeof value === 'function') {
      const id = `f${++lastId}`;
      functions.set(id, value as AnyFunction);
      return ['function', id];
    }
    if (value instanceof Promise) {
      const id = `p${++lastId}`;
      const settle = (encoded: Encoded) => void post(['settle', id, encoded]);
      value.then(
        (result: unknown) => settle(encode(result)),
        (error: unknown) => settle(encodeError(error)),
      );
      return ['promise', id];
    }
    if (value === null || typeof value !== 'object') return ['json', value];
    const entries = Object.entries(value);
    if (!entries.some(([, member]) => typeof member === 'function')) return ['json', value];
    return ['object', Object.fromEntries(entries.map(([key, member]) => [key, encode(member)]))];
  }

  function encodeError(error: unknown): Encoded {
    return ['error', error instanceof Error ? error.message : String(error)];
  }

  function decode(encoded: Encoded): unknown {
    if (encoded[0] === 'nothing') return undefined;
    if (encoded[0] === 'function') return decodeFunction(encoded[1]);
    if (encoded[0] === 'promise') return promiseOf(encoded[1]);
    if (encoded[0] !== 'object') return encoded[1];
    return Object.fromEntries(Object.entries(encoded[1]).map(([key, member]) => [key, decode(member)]));
  }

  function decodeFunction(id: string): AnyFunction {
    const decoded = (...args: unknown[]) => callById(id, args);
    released.register(decoded, id);
    return decoded;
  }

  function promiseOf(id: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      waiting.set(id, (encoded) => {
        waiting.delete(id);
        if (encoded[0] === 'error') reject(new Error(encoded[1]));
        else resolve(decode(encoded));
      });
    });
  }

  return {
    provide: (name, provided) => void functions.set(name, provided),
    call: (name, ...args) => callById(name, args),
    encode,
    decode,
  };
}
