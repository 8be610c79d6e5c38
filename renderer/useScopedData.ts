import { shallowRef, watch, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../shared/errors.ts';
import type { Scope } from '../shared/accounts.ts';
import type { RefreshOutcome } from '../shared/refreshing.ts';
import { Recent } from './recent.ts';
import { useRefresh, type Refresh } from './useRefresh.ts';

export interface ScopedSource<Key extends Scope, Data> {
  /** Whose data is wanted; null for nobody's. */
  readonly key: () => Key | null;
  readonly read: (key: Key) => Promise<Data>;
  readonly refresh: (key: Key, isForced: boolean) => Promise<RefreshOutcome>;
}

export interface ScopedData<Key extends Scope, Data> {
  /** As soon as somebody else's is wanted, what was last known of theirs; null before the first answer. */
  readonly data: ShallowRef<Data | null>;
  readonly error: ShallowRef<AppError | null>;
  /** Reads again what is saved; many calls while one is under way read once more. */
  readonly reload: () => Promise<void>;
  readonly refresh: Refresh;
  /** Reads ahead what a switch is going to show, and gives it. Throws the AppError. */
  readonly prepare: (key: Key) => Promise<Data>;
  /** Forgets what was known of those who are gone. */
  readonly forget: (isGone: (key: Key) => boolean) => void;
}

// More scopes than shortcuts: nobody hops between more of them than they have keys for.
const mostKnown = 16;

/** What is saved for the scope on screen, at once, and a refresh behind it: for a store to keep. */
export function useScopedData<Key extends Scope, Data>(
  source: ScopedSource<Key, Data>,
): ScopedData<Key, Data> {
  const data = shallowRef<Data | null>(null);
  const error = shallowRef<AppError | null>(null);
  const known = new Recent<Key, Data>(mostKnown);
  let reading: { readonly key: Key; isOutdated: boolean } | null = null;
  let forgotten = 0;

  async function load(key: Key): Promise<void> {
    if (reading?.key === key) {
      reading.isOutdated = true;
      return;
    }
    const own = { key, isOutdated: true };
    reading = own;
    while (own.isOutdated && reading === own) {
      own.isOutdated = false;
      await readOnce(key);
    }
    if (reading === own) reading = null;
  }

  async function readOnce(key: Key): Promise<void> {
    try {
      const answer = await source.read(key);
      if (key !== source.key()) return;
      data.value = answer;
      error.value = null;
      known.put(key, answer);
    } catch (thrown) {
      if (key === source.key()) error.value = toAppError(thrown);
    }
  }

  async function reload(): Promise<void> {
    const key = source.key();
    if (key !== null) await load(key);
  }

  async function prepare(key: Key): Promise<Data> {
    const before = known.get(key);
    if (before !== undefined) return before;
    const asOf = forgotten;
    const answer = await source.read(key);
    // Whoever was shown meanwhile is known better, and whoever was removed is not to be known at all.
    if (asOf === forgotten && known.get(key) === undefined) known.put(key, answer);
    return answer;
  }

  function forget(isGone: (key: Key) => boolean): void {
    forgotten += 1;
    known.drop(isGone);
  }

  const refresh = useRefresh(async (isForced) => {
    const key = source.key();
    if (key === null) return;
    const { wasNeeded } = await source.refresh(key, isForced);
    if (wasNeeded && key === source.key()) await load(key);
  });

  watch(
    source.key,
    async (key) => {
      data.value = (key === null ? undefined : known.get(key)) ?? null;
      error.value = null;
      refresh.reset();
      if (key === null) return;
      await load(key);
      if (key === source.key()) void refresh.run(false);
    },
    { immediate: true, flush: 'sync' },
  );

  return { data, error, reload, refresh, prepare, forget };
}
