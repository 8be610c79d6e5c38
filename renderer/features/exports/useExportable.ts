import { onScopeDispose } from 'vue';
import type { ExportableList } from '../items/selection.store.ts';
import { useExportStore } from './export.store.ts';

/** Has the menu, the keyboard and the palette export what a view shows; null while there is nothing. */
export function useExportable(list: () => ExportableList | null): void {
  const exporting = useExportStore();
  exporting.shown = list;
  onScopeDispose(() => {
    // The next view may be there before this one has gone.
    if (exporting.shown === list) exporting.shown = null;
  });
}
