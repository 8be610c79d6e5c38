import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { OwnershipProgress } from '../../../shared/ownership.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** How it stands with asking Roblox about the pasted list. Until something is told of it, nothing is asked. */
export const useAskingStore = defineStore('asking', () => {
  const notices = useNoticeStore();
  const progress = shallowRef<OwnershipProgress | null>(null);
  const isUnderWay = computed(() =>
    ['running', 'waiting', 'offline'].includes(progress.value?.phase.kind ?? 'idle'),
  );
  /** Of what is under way, in whole percent; null while nothing is. */
  const percent = computed(() => {
    if (!progress.value || !isUnderWay.value || progress.value.total === 0) return null;
    return Math.floor((100 * progress.value.dealtWith) / progress.value.total);
  });

  async function report(work: () => Promise<OwnershipProgress>): Promise<void> {
    try {
      progress.value = await work();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  listen('ownership.changed', (news) => (progress.value = news.progress));

  return {
    progress,
    isUnderWay,
    percent,
    load: () => report(() => request('ownership.state', {})),
    start: (isForced = false) => report(() => request('ownership.start', { isForced })),
    pause: () => report(() => request('ownership.pause', {})),
    cancel: () => report(() => request('ownership.cancel', {})),
  };
});
