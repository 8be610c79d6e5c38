import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Settings, SettingsChange } from '../../../shared/settings.ts';
import { listen, request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** The person's settings. What they change of the window's look shows at once. */
export const useSettingsStore = defineStore('settings', () => {
  const notices = useNoticeStore();
  const settings = shallowRef<Settings | null>(null);
  const error = shallowRef<AppError | null>(null);

  async function load(): Promise<void> {
    error.value = null;
    try {
      settings.value = await request('settings.read', {});
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  /** Shown changed at once; what could not be kept is shown as it was. */
  async function change(wanted: SettingsChange): Promise<void> {
    const before = settings.value;
    if (before) settings.value = { ...before, ...withoutGaps(wanted) };
    try {
      settings.value = await request('settings.change', wanted);
    } catch (thrown) {
      settings.value = before;
      notices.showError(toAppError(thrown));
    }
  }

  listen('settings.changed', (changed) => (settings.value = changed));
  // The theme is main's to apply: it dresses the window's frame too.
  watch(
    () => settings.value?.density,
    (density) => {
      if (density) document.documentElement.dataset['density'] = density;
    },
  );

  return { settings, error, load, change };
});

function withoutGaps(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
