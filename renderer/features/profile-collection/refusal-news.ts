import type { OutboxChange } from '../../../shared/outbox.ts';
import { say } from '../../i18n.ts';
import { listen } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { wordRefusals } from './change-words.ts';
import { lacksRoom, useSwapStore } from './swap.store.ts';

// Changes reach Roblox one after the other; what is refused shortly after each other is told as one.
const gatherMs = 400;

/** Tells of what Roblox refuses, whenever that is: a change may have been accepted days ago. */
export function tellRefusals(): void {
  const notices = useNoticeStore();
  const swaps = useSwapStore();
  let gathered: readonly OutboxChange[] = [];
  listen('outbox.changed', ({ refused }) => {
    if (refused.length === 0) return;
    if (gathered.length === 0) setTimeout(tell, gatherMs);
    gathered = [...gathered, ...refused];
  });

  function tell(): void {
    const { tone, title, lines } = wordRefusals(gathered);
    const full = gathered.filter(lacksRoom);
    gathered = [];
    // Of more than one account there is no one collection to choose in: Activity lists them all.
    const isOfOne = new Set(full.map(({ accountId }) => accountId)).size === 1;
    const offer = { label: say('swap.offer'), carryOut: () => void swaps.offerRefused(full) };
    notices.show(tone, title, lines, isOfOne ? offer : undefined);
  }
}
