import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../shared/errors.ts';
import { listen } from './ipc.ts';

export type RefreshState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly received: number }
  | { readonly phase: 'failed'; readonly error: AppError };

export interface Refresh {
  readonly state: Readonly<ShallowRef<RefreshState>>;
  /** Asks the main process for newer data; unless forced it decides by age whether Roblox is asked at all. */
  readonly run: (isForced: boolean) => Promise<void>;
  /** Notes how many copies have arrived so far. */
  readonly progress: (received: number) => void;
  /** Forgets how the newest one ended, or that it is under way: somebody else's is next. */
  readonly reset: () => void;
}

const longestWaitMs = 60 * 60 * 1000;
const onScreen = new Set<() => void>();

/** Has whatever is on screen asked for again, as far as it is out of date. What is to be asked for later stays so. */
export function refreshWhatIsOnScreen(): void {
  for (const lookAgain of onScreen) lookAgain();
}

/**
 * A background refresh that keeps its own state and asks again by itself: when Roblox's waiting time is over, and when
 * Satchel comes back online after it could not be reached.
 */
export function useRefresh(ask: (isForced: boolean) => Promise<unknown>): Refresh {
  const state = shallowRef<RefreshState>({ phase: 'idle' });
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(isForced: boolean): Promise<void> {
    const own = ++attempt;
    clearTimeout(timer);
    state.value = { phase: 'running', received: 0 };
    try {
      await ask(isForced);
      if (own === attempt) state.value = { phase: 'idle' };
    } catch (thrown) {
      if (own === attempt) fail(toAppError(thrown));
    }
  }

  function progress(received: number): void {
    if (state.value.phase === 'running') state.value = { phase: 'running', received };
  }

  function reset(): void {
    attempt += 1;
    clearTimeout(timer);
    state.value = { phase: 'idle' };
  }

  function fail(error: AppError): void {
    state.value = { phase: 'failed', error };
    const { retryAt } = error.facts;
    if (retryAt === undefined) return;
    const waitMs = Math.min(Math.max(retryAt - Date.now(), 500), longestWaitMs);
    timer = setTimeout(() => void run(false), waitMs);
  }

  function lookAgain(): void {
    const { value } = state;
    if (value.phase === 'running' || (value.phase === 'failed' && value.error.facts.retryAt)) return;
    void run(false);
  }

  onScreen.add(lookAgain);
  const stopListening = listen('connectivity.changed', ({ connectivity }) => {
    if (state.value.phase !== 'failed' || connectivity !== 'online') return;
    const { code } = state.value.error;
    if (code === 'workingOffline' || code === 'unreachable' || code === 'timedOut') void run(false);
  });

  onScopeDispose(() => {
    attempt += 1;
    clearTimeout(timer);
    stopListening();
    onScreen.delete(lookAgain);
  });

  return { state, run, progress, reset };
}
