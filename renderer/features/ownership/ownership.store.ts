import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import type {
  ChangedCell,
  Ownership,
  OwnershipColumn,
  OwnershipRow,
  OwnershipType,
  PasteOutcome,
} from '../../../shared/ownership.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { applyCells } from './apply-cells.ts';
import { filterRows, type OwnershipFilter } from './ownership-filter.ts';
import { inOrder, rankRows, type OwnershipOrder, type OwnershipRanks } from './ownership-order.ts';

type Phase = 'loading' | 'ready' | 'failed';

const readAgainAfterMs = 800;

/** The pasted list on screen, and what is known about it. */
export const useOwnershipStore = defineStore('ownership', () => {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const sheet = shallowRef<Ownership | null>(null);
  const phase = shallowRef<Phase>('loading');
  const error = shallowRef<AppError | null>(null);
  const filter = shallowRef<OwnershipFilter>('all');
  const search = shallowRef('');
  const order = shallowRef<OwnershipOrder>('list');
  /** As it stood when it was chosen: rows that move as answers come cannot be read. */
  const ranks = shallowRef<OwnershipRanks | null>(null);
  /** Whether somebody looks at it: otherwise it is read again only when they do. */
  const isShown = shallowRef(false);
  let reading: symbol | null = null;
  /** Answers that came while the list was being read: what is read may be older than they are. */
  let meanwhile: ChangedCell[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The accounts that have a column. */
  const columns = computed<readonly OwnershipColumn[]>(() => {
    const { columns: all = [], leftOut = [] } = sheet.value ?? {};
    return all.filter(({ accountId }) => !leftOut.includes(accountId) && accounts.find(accountId));
  });
  const rows = computed<readonly OwnershipRow[]>(() => sheet.value?.rows ?? []);
  /** Places of the rows that are shown. */
  const shown = computed(() => {
    const fitting = filterRows(rows.value, columns.value, filter.value, search.value);
    return inOrder(fitting, rows.value, ranks.value);
  });
  const places = computed(() => new Map(rows.value.map((row, place) => [itemKey(row), place])));

  async function load(): Promise<void> {
    const own = Symbol('read');
    reading = own;
    meanwhile = [];
    try {
      const answer = await request('ownership.read', {});
      if (reading !== own) return;
      sheet.value = answer;
      take(meanwhile);
      phase.value = 'ready';
    } catch (thrown) {
      if (reading !== own) return;
      error.value = toAppError(thrown);
      phase.value = 'failed';
    }
    reading = null;
  }

  function take(cells: readonly ChangedCell[]): void {
    if (!sheet.value || cells.length === 0) return;
    sheet.value = applyCells(sheet.value, places.value, cells);
  }

  function loadSoon(): void {
    if (!isShown.value) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isShown.value) void load();
    }, readAgainAfterMs);
  }

  function show(wanted: boolean): void {
    isShown.value = wanted;
    if (wanted) void load();
  }

  /** Throws the AppError, so that a dialog can say it beside its field. */
  async function paste(text: string, isNewList: boolean): Promise<PasteOutcome> {
    const outcome = await request('ownership.paste', { text, isNewList });
    showAll();
    await load();
    sortBy(order.value);
    return outcome;
  }

  /** Throws the AppError. */
  async function correct(id: number, text: string): Promise<PasteOutcome> {
    const outcome = await request('ownership.correct', { id, text });
    await load();
    return outcome;
  }

  function sortBy(wanted: OwnershipOrder): void {
    order.value = wanted;
    ranks.value = rankRows(rows.value, columns.value, wanted);
  }

  function showAll(): void {
    filter.value = 'all';
    search.value = '';
  }

  async function change(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      await load();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function bringBack(): Promise<void> {
    await change(async () => {
      const number = await request('ownership.bringBack', {});
      showAll();
      notices.show('neutral', say('ownership.broughtBack', { number: formatNumber(number) }, number));
    });
    sortBy(order.value);
  }

  listen('ownership.changed', ({ cells, isListChanged }) => {
    if (reading !== null) meanwhile.push(...cells);
    take(cells);
    if (isListChanged) loadSoon();
  });
  // Lists that were refreshed know more than before.
  listen('items.changed', ({ category, isComplete }) => {
    if (isComplete && category.startsWith('own/')) loadSoon();
  });
  // Much else is announced of accounts.
  watch(() => accounts.accounts.map(({ id }) => id).join(), loadSoon);

  return {
    ...{ sheet, phase, error, filter, search, order, columns, rows, shown },
    ...{ load, show, showAll, sortBy, paste, correct },
    setType: (lines: readonly number[] | 'all', type: OwnershipType | null) =>
      change(() => request('ownership.setType', { lines, type })),
    remove: (lines: RequestInput<'ownership.remove'>['lines']) =>
      change(async () => {
        const number = await request('ownership.remove', { lines });
        const title = say('ownership.removed', { number: formatNumber(number) }, number);
        if (number > 0)
          notices.show('neutral', title, [], { label: say('undo.undo'), carryOut: () => void bringBack() });
      }),
    bringBack,
    async leaveOut(accountIds: readonly number[]) {
      await change(() => request('ownership.leaveOut', { accountIds }));
      sortBy(order.value);
    },
  };
});
