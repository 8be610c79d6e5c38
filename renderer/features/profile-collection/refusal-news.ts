import type { OutboxChange } from '../../../shared/outbox.ts';
import { say, sayError } from '../../i18n.ts';
import { listen } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useResultStore } from '../results/result.store.ts';
import { refusalsByReason, wordRefusals } from './change-words.ts';
import { lacksRoom, useSwapStore } from './swap.store.ts';

// Changes reach Roblox one after the other; what is refused shortly after each other is told as one.
const gatherMs = 600;
const longestGatherMs = 6000;

/** Tells of what Roblox refuses, whenever that is: a change may have been accepted days ago. */
export function tellRefusals(): void {
  const notices = useNoticeStore();
  const results = useResultStore();
  const swaps = useSwapStore();
  let gathered: readonly OutboxChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tellBy = 0;

  listen('outbox.changed', ({ refused }) => {
    if (refused.length === 0) return;
    if (gathered.length === 0) tellBy = Date.now() + longestGatherMs;
    gathered = [...gathered, ...refused];
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(gatherMs, tellBy - Date.now())));
  });

  function tell(): void {
    const told = gathered;
    const { tone, title, lines } = wordRefusals(told);
    const full = told.filter(lacksRoom);
    gathered = [];
    // Of more than one account there is no one collection to choose in: Activity lists them all.
    const isOfOne = new Set(full.map(({ accountId }) => accountId)).size === 1;
    const offer = { label: say('swap.offer'), carryOut: () => void swaps.offerRefused(full) };
    const list = { label: say('results.show'), carryOut: () => show(told) };
    notices.show(tone, title, lines, isOfOne ? offer : undefined, told.length > 1 ? list : undefined);
  }

  function show(refused: readonly OutboxChange[]): void {
    const groups = [...refusalsByReason(refused)].map(([code, changes]) => ({
      reason: sayError(code).title,
      items: changes.map(({ item, name }) => ({ ...item, name })),
    }));
    results.show({ title: say('results.refused'), hint: say('results.refusedHint'), groups });
  }
}
