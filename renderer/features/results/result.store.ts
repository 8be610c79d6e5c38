import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import type { NamedItem } from '../../named-item.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

/** Items that the same became of, and why. */
export interface ResultGroup {
  readonly reason: string;
  readonly items: readonly NamedItem[];
}

/** What became of many items. */
export interface Results {
  readonly title: string;
  readonly hint: string;
  readonly groups: readonly ResultGroup[];
}

/** What became of many items, while somebody looks at it. */
export const useResultStore = defineStore('results', () => {
  const notices = useNoticeStore();
  const open = shallowRef<Results | null>(null);

  function show(results: Results): void {
    open.value = { ...results, groups: results.groups.filter(({ items }) => items.length > 0) };
  }

  function close(): void {
    open.value = null;
  }

  /** A line for each item, a tab between reason, name and what it is. Never throws. */
  async function copy(): Promise<void> {
    const lines = (open.value?.groups ?? []).flatMap(({ reason, items }) =>
      items.map(({ name, type, id }) => [reason, name, `${type} ${id}`].map(clean).join('\t')),
    );
    try {
      await request('app.copyText', { text: `${lines.join('\n')}\n` });
      notices.show('good', say('results.copied', { number: formatNumber(lines.length) }, lines.length));
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  return { open, show, close, copy };
});

/** A name comes from Roblox: it must not begin a cell or a line of its own. */
function clean(cell: string): string {
  return cell.replaceAll(/[\t\r\n]+/g, ' ');
}
