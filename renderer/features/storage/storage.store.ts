import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { StorageProblem } from '../../../shared/storage.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** What is wrong with the library's files: those that cannot be written, and a keep.db that was damaged. */
export const useStorageStore = defineStore('storage', () => {
  const notices = useNoticeStore();
  const problems = shallowRef<readonly StorageProblem[]>([]);
  /** Under which name a damaged keep.db was set aside; null once the person has taken note of it. */
  const keepSetAside = shallowRef<string | null>(null);
  const isTrying = shallowRef(false);
  const worst = computed(() => problems.value[0] ?? null);

  async function load(): Promise<void> {
    const { storage, filesSetAside } = await request('app.status', {});
    problems.value = storage;
    keepSetAside.value = filesSetAside.findLast(isKeep) ?? null;
  }

  /** Whether the files can be written again is found by writing to them. */
  async function tryAgain(): Promise<void> {
    isTrying.value = true;
    try {
      await request('library.probe', {});
      notices.show('good', say('storage.works'));
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    } finally {
      isTrying.value = false;
    }
  }

  function takeNote(): void {
    keepSetAside.value = null;
  }

  listen('storage.changed', (changed) => (problems.value = changed.problems));
  listen('files.setAside', ({ file }) => {
    if (isKeep(file)) keepSetAside.value = file;
  });

  return { worst, keepSetAside, isTrying, load, tryAgain, takeNote };
});

function isKeep(file: string): boolean {
  return file.startsWith('keep');
}
