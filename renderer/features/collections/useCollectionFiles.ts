import type { ExportFormat } from '../../../shared/collections.ts';
import { toAppError } from '../../../shared/errors.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

export interface CollectionFiles {
  /** These with all that is below them; null is all. Asks where to, and never throws. */
  readonly exportTo: (format: ExportFormat, ids: number[] | null) => Promise<void>;
}

/** Writes collections to files the person names. */
export function useCollectionFiles(): CollectionFiles {
  const notices = useNoticeStore();

  async function exportTo(format: ExportFormat, ids: number[] | null): Promise<void> {
    try {
      const written = await request('collections.export', { ids, format });
      if (!written) return;
      const { file, items, leftOut } = written;
      const lines = [say('collections.exportedItems', { number: formatNumber(items) }, items)];
      if (leftOut > 0)
        lines.push(say('collections.exportLeftOut', { number: formatNumber(leftOut) }, leftOut));
      notices.show('good', say('collections.exported', { file }), lines);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  return { exportTo };
}
