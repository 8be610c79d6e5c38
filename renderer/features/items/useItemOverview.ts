import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { ItemOverview } from '../../../shared/item-overview.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { listen, request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { whenPainted } from '../../when-painted.ts';
import { useAccountStore } from '../accounts/account.store.ts';

export interface ShownOverview {
  /** Of the item before, until that of the next is there. */
  readonly overview: Readonly<ShallowRef<ItemOverview | null>>;
  /** Why what is saved cannot be read. */
  readonly error: Readonly<ShallowRef<AppError | null>>;
  readonly isAsking: Readonly<Ref<boolean>>;
  /** Reads what is saved, then asks Roblox. */
  readonly load: () => Promise<void>;
}

// A refresh tells of each of its pages; what of that concerns one item is little.
const pauseMs = 700;

/** Everything known of the item on screen: from this computer at once, then from Roblox behind it. */
export function useItemOverview(item: () => ItemRef | undefined): ShownOverview {
  const accounts = useAccountStore();
  const overview = shallowRef<ItemOverview | null>(null);
  const error = shallowRef<AppError | null>(null);
  const isAsking = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function load(): Promise<void> {
    const wanted = item();
    const own = ++round;
    error.value = null;
    isAsking.value = wanted !== undefined;
    if (!wanted) return;
    try {
      const saved = await request('items.overview', { item: wanted });
      if (own !== round) return;
      overview.value = saved;
      await new Promise<void>(whenPainted);
      if (own !== round) return;
      const fresh = await request('items.refreshOverview', { item: wanted, onScreen: accounts.currentId });
      if (own === round) overview.value = fresh;
    } catch (thrown) {
      if (own === round) error.value = toAppError(thrown);
    }
    if (own === round) isAsking.value = false;
  }

  /** What a refresh or a change brought; what went wrong when Roblox was asked stays said. */
  async function reread(): Promise<void> {
    timer = undefined;
    const wanted = item();
    const own = round;
    const saved = wanted && (await request('items.overview', { item: wanted }).catch(() => null));
    const before = overview.value;
    if (!saved || own !== round || !before) return;
    const errors = new Map(before.accounts.map((one) => [one.accountId, one.error]));
    overview.value = {
      ...saved,
      makeup: { ...saved.makeup, error: before.makeup.error },
      accounts: saved.accounts.map((one) => ({ ...one, error: errors.get(one.accountId) ?? null })),
    };
  }

  function rereadSoon(): void {
    timer ??= setTimeout(() => void reread(), pauseMs);
  }

  const stopListening = [
    listen('items.changed', rereadSoon),
    listen('profileCollection.changed', rereadSoon),
    listen('accounts.changed', rereadSoon),
  ];
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
    stopListening.forEach((stop) => stop());
  });
  watch(
    () => {
      const wanted = item();
      return wanted && itemKey(wanted);
    },
    () => void load(),
    { immediate: true },
  );

  return { overview, error, isAsking, load };
}
