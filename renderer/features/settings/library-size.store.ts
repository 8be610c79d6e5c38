import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { LibrarySize } from '../../../shared/storage.ts';
import { formatBytes } from '../../format.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** How much of the disk the library takes, and how to have some of it back. */
export const useLibrarySizeStore = defineStore('librarySize', () => {
  const notices = useNoticeStore();
  const size = shallowRef<LibrarySize | null>(null);
  const error = shallowRef<AppError | null>(null);
  const isCompacting = shallowRef(false);

  async function load(): Promise<void> {
    error.value = null;
    try {
      size.value = await request('library.size', {});
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  /** Throws the AppError, so that the dialog that asked can show it. */
  async function clearAccount(accountId: number): Promise<void> {
    size.value = await request('library.clearAccount', { accountId });
  }

  async function clearThumbnails(): Promise<void> {
    size.value = await request('library.clearThumbnails', {});
  }

  async function compact(): Promise<void> {
    isCompacting.value = true;
    try {
      const { before, after } = await request('library.compact', {});
      const words = { before: formatBytes(before), after: formatBytes(after) };
      notices.show('good', say('settings.compacted', words));
      await load();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    } finally {
      isCompacting.value = false;
    }
  }

  async function showInFolder(): Promise<void> {
    await request('library.showInFolder', {}).catch((thrown: unknown) =>
      notices.showError(toAppError(thrown)),
    );
  }

  return { size, error, isCompacting, load, clearAccount, clearThumbnails, compact, showInFolder };
});
