import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import { listen } from '../../ipc.ts';

export interface CollectibleData<Data> {
  /** null until it is there; what was read last until there is something newer. */
  readonly data: ShallowRef<Data | null>;
  readonly error: ShallowRef<AppError | null>;
  readonly reload: () => Promise<void>;
}

/** Something that is worked out of the collectibles of a scope: read at once, and again whenever they change. */
export function useCollectibleData<Data>(scope: Scope, read: () => Promise<Data>): CollectibleData<Data> {
  const data = shallowRef<Data | null>(null) as ShallowRef<Data | null>;
  const error = shallowRef<AppError | null>(null);
  let newest: symbol | null = null;

  async function reload(): Promise<void> {
    const own = Symbol('read');
    newest = own;
    try {
      const answer = await read();
      if (newest !== own) return;
      data.value = answer;
      error.value = null;
    } catch (thrown) {
      if (newest === own) error.value = toAppError(thrown);
    }
  }

  const stopListening = listen('collectibles.changed', ({ accountId }) => {
    if (scope === 'all' || scope === accountId) void reload();
  });
  onScopeDispose(() => {
    newest = null;
    stopListening();
  });
  void reload();

  return { data, error, reload };
}
