import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { LossAlert } from '../../../shared/timeline.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** Losses nobody has dismissed yet, of every account. */
export const useAlertStore = defineStore('alerts', () => {
  const notices = useNoticeStore();
  const alerts = shallowRef<readonly LossAlert[]>([]);
  const newest = computed(() => alerts.value[0] ?? null);
  const items = computed(() => alerts.value.reduce((sum, alert) => sum + alert.items, 0));

  async function load(): Promise<void> {
    try {
      alerts.value = await request('timeline.alerts', {});
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function dismiss({ refreshId }: LossAlert): Promise<void> {
    try {
      alerts.value = await request('timeline.dismiss', { refreshId });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  listen('timeline.changed', () => void load());
  void load();

  return { alerts, newest, items, dismiss };
});
