import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { BackupState, RestorePreview } from '../../../shared/backups.ts';
import { toAppError } from '../../../shared/errors.ts';
import { formatBytes } from '../../format.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** Backups of this library, and one that is looked at before it is restored. */
export const useBackupStore = defineStore('backups', () => {
  const notices = useNoticeStore();
  const state = shallowRef<BackupState | null>(null);
  /** A dialog of the system is open, or what it was asked for is under way. */
  const isBusy = shallowRef(false);
  const preview = shallowRef<RestorePreview | null>(null);

  async function load(): Promise<void> {
    await carryOut(() => request('backups.state', {}));
  }

  async function make(): Promise<void> {
    const made = await carryOut(() => request('backups.make', {}));
    if (!made?.last) return;
    const { file, bytes } = made.last;
    notices.show('good', say('backing.made'), [say('backing.madeAs', { file, size: formatBytes(bytes) })]);
  }

  async function chooseFolder(isUsual: boolean): Promise<void> {
    await carryOut(() => request('backups.chooseFolder', { isUsual }));
  }

  async function showFolder(): Promise<void> {
    await request('backups.showFolder', {}).catch((thrown: unknown) => notices.showError(toAppError(thrown)));
  }

  /** Asks for a backup and looks into it. */
  async function look(): Promise<void> {
    isBusy.value = true;
    try {
      preview.value = await request('backups.preview', {});
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    } finally {
      isBusy.value = false;
    }
  }

  function close(): void {
    preview.value = null;
  }

  /** Throws the AppError of what could not be done; otherwise Satchel starts again. */
  async function restore(): Promise<void> {
    if (preview.value) await request('backups.restore', { token: preview.value.token });
  }

  async function carryOut(task: () => Promise<BackupState | null>): Promise<BackupState | null> {
    isBusy.value = true;
    try {
      const answer = await task();
      if (answer) state.value = answer;
      return answer;
    } catch (thrown) {
      notices.showError(toAppError(thrown));
      return null;
    } finally {
      isBusy.value = false;
    }
  }

  for (const [command, carryOut] of [
    ['makeBackup', make],
    ['restoreBackup', look],
  ] as const) {
    useMenuCommand(command, () => {
      // One dialog at a time; what else pops up is in nobody's way.
      if (!isBusy.value && document.querySelector('.dialog[role="dialog"]') === null) void carryOut();
    });
  }

  listen('backups.changed', (changed) => (state.value = changed));

  return { state, isBusy, preview, load, make, chooseFolder, showFolder, look, close, restore };
});
