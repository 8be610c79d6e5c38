import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { Connectivity } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** Whether Satchel may talk to Roblox at all: the person's own choice. */
export const useConnectivityStore = defineStore('connectivity', () => {
  const notices = useNoticeStore();
  const connectivity = ref<Connectivity>('online');
  const isOffline = computed(() => connectivity.value === 'offline');

  async function load(): Promise<void> {
    connectivity.value = (await request('app.status', {})).connectivity;
  }

  async function change(wanted: Connectivity): Promise<void> {
    try {
      connectivity.value = await request('connectivity.set', { connectivity: wanted });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  function toggle(): void {
    void change(isOffline.value ? 'online' : 'offline');
  }

  listen('connectivity.changed', (changed) => (connectivity.value = changed.connectivity));
  useMenuCommand('toggleOffline', toggle);

  return { connectivity, isOffline, load, change, toggle };
});
