import { AppError, toAppError } from '../../shared/errors.ts';
import type { CallOptions } from '../roblox/client.ts';
import type { Priority } from '../roblox/scheduler.ts';

/** Whose refresh it is: a view that waits for it, or a run in the background that can wait itself. */
export type Asker =
  | { readonly kind: 'view' }
  | {
      readonly kind: 'run';
      readonly priority: () => Priority;
      readonly signal: AbortSignal;
      /** Told, in epoch milliseconds, until when Roblox takes no request for it. */
      readonly onWait: (until: number) => void;
    };

interface Entry {
  readonly promise: Promise<void>;
  readonly isPatient: boolean;
  isOnScreen: boolean;
  readonly views: Set<(reason: AppError) => void>;
}

/**
 * One refresh per list at a time: whoever asks for one that is under way joins it. A view that joins raises it to what is on
 * screen; it is not left waiting for Roblox, but told when to come back, while the run goes on waiting.
 */
export class UnderWay {
  readonly #entries = new Map<string, Entry>();
  readonly #onRaised: () => void;

  /** `onRaised` is called when something has become more urgent. */
  constructor(onRaised: () => void) {
    this.#onRaised = onRaised;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  async run(key: string, asker: Asker, task: (call: Partial<CallOptions>) => Promise<void>): Promise<void> {
    const known = this.#entries.get(key);
    if (!known) return this.#start(key, asker, task);
    if (asker.kind === 'run' || !known.isPatient) return known.promise;
    try {
      await this.#join(known);
    } catch (thrown) {
      // The run was paused or called off; what is on screen is wanted all the same.
      if (toAppError(thrown).code !== 'cancelled' || this.#entries.get(key) === known) throw thrown;
      await this.run(key, asker, task);
    }
  }

  #start(key: string, asker: Asker, task: (call: Partial<CallOptions>) => Promise<void>): Promise<void> {
    const views: Entry['views'] = new Set();
    const isOnScreen = () => asker.kind === 'view' || entry.isOnScreen;
    const call: Partial<CallOptions> =
      asker.kind === 'view'
        ? {}
        : {
            waits: true,
            signal: asker.signal,
            priority: () => (isOnScreen() ? 'screen' : asker.priority()),
            onWait: (until) => {
              asker.onWait(until);
              for (const tell of views)
                tell(new AppError('rateLimited', 'Waiting until Roblox takes requests', { retryAt: until }));
            },
          };
    const promise = task(call).finally(() => this.#entries.delete(key));
    const entry: Entry = { promise, isPatient: asker.kind === 'run', isOnScreen: false, views };
    this.#entries.set(key, entry);
    return promise;
  }

  #join(entry: Entry): Promise<void> {
    const { promise: told, reject: tell } = Promise.withResolvers<never>();
    entry.views.add(tell);
    entry.isOnScreen = true;
    this.#onRaised();
    return Promise.race([entry.promise, told]).finally(() => entry.views.delete(tell));
  }
}
