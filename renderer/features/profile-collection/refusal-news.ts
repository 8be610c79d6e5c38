import type { OutboxChange } from '../../../shared/outbox.ts';
import { listen } from '../../ipc.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { wordRefusals } from './change-words.ts';

// Changes reach Roblox one after the other; what is refused shortly after each other is told as one.
const gatherMs = 400;

/** Tells of what Roblox refuses, whenever that is: a change may have been accepted days ago. */
export function tellRefusals(): void {
  const notices = useNoticeStore();
  let gathered: readonly OutboxChange[] = [];
  listen('outbox.changed', ({ refused }) => {
    if (refused.length === 0) return;
    if (gathered.length === 0) setTimeout(tell, gatherMs);
    gathered = [...gathered, ...refused];
  });

  function tell(): void {
    const { tone, title, lines } = wordRefusals(gathered);
    gathered = [];
    notices.show(tone, title, lines);
  }
}
