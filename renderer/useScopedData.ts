import { shallowRef, watch, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../shared/errors.ts';
import type { RefreshOutcome, Scope } from '../shared/models.ts';
import { useRefresh, type Refresh } from './useRefresh.ts';

export interface ScopedSource<Key extends Scope, Data> {
  /** Whose data is wanted; null for nobody's. */
  readonly key: () => Key | null;
  readonly read: (key: Key) => Promise<Data>;
  readonly refresh: (key: Key, isForced: boolean) => Promise<RefreshOutcome>;
}

export interface ScopedData<Data> {
  /** null until the first answer, and again as soon as somebody else's is wanted. */
  readonly data: ShallowRef<Data | null>;
  readonly error: ShallowRef<AppError | null>;
  /** Reads again what is saved; many calls while one is under way read once more. */
  readonly reload: () => Promise<void>;
  readonly refresh: Refresh;
}

/** What is saved for the scope on screen, at once, and a refresh behind it: for a store to keep. */
export function useScopedData<Key extends Scope, Data>(source: ScopedSource<Key, Data>): ScopedData<Data> {
  const data = shallowRef<Data | null>(null);
  const error = shallowRef<AppError | null>(null);
  let reading: { readonly key: Key; isOutdated: boolean } | null = null;

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
    } catch (thrown) {
      if (key === source.key()) error.value = toAppError(thrown);
    }
  }

  async function reload(): Promise<void> {
    const key = source.key();
    if (key !== null) await load(key);
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
      data.value = null;
      error.value = null;
      if (key === null) return;
      await load(key);
      if (key === source.key()) void refresh.run(false);
    },
    { immediate: true, flush: 'sync' },
  );

  return { data, error, reload, refresh };
}
