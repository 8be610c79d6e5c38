import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { ConnectivityState } from '../../../shared/status.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** Whether Satchel may talk to Roblox at all, which is the person's own choice, and whether Roblox answers. */
export const useConnectivityStore = defineStore('connectivity', () => {
  const notices = useNoticeStore();
  const state = shallowRef<ConnectivityState>({ connectivity: 'online' });
  const isTrying = ref(false);
  const connectivity = computed(() => state.value.connectivity);
  const isOffline = computed(() => connectivity.value === 'offline');
  const isUnreachable = computed(() => connectivity.value === 'unreachable');
  /** Whether the banner over everything says the very same: one of them is enough. */
  const isSaidAlready = ({ code }: AppError) =>
    code === 'workingOffline' || (code === 'unreachable' && isUnreachable.value);
  /** Epoch milliseconds since when Roblox cannot be reached; null while it can. */
  const unreachableSince = computed(() => state.value.since ?? null);

  async function load(): Promise<void> {
    const { connectivity: now, since } = await request('app.status', {});
    state.value = since === undefined ? { connectivity: now } : { connectivity: now, since };
  }

  async function change(wanted: 'online' | 'offline'): Promise<void> {
    try {
      state.value = await request('connectivity.set', { connectivity: wanted });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function tryNow(): Promise<void> {
    isTrying.value = true;
    try {
      state.value = await request('connectivity.tryNow', {});
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    } finally {
      isTrying.value = false;
    }
  }

  function toggle(): void {
    void change(isOffline.value ? 'online' : 'offline');
  }

  // Main judges by its own requests; what the system says is a reason to try.
  function hint(): void {
    request('connectivity.hint', { isOnline: navigator.onLine }).catch(() => undefined);
  }

  listen('connectivity.changed', (changed) => (state.value = changed));
  useMenuCommand('toggleOffline', toggle);
  window.addEventListener('online', hint);
  window.addEventListener('offline', hint);

  return {
    connectivity,
    isOffline,
    isUnreachable,
    unreachableSince,
    isSaidAlready,
    isTrying,
    load,
    change,
    tryNow,
    toggle,
  };
});
