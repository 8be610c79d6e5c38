import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';

/** How far work has come, for whoever does it. */
export interface Progress {
  readonly report: (done: number) => void;
  /** Whether the person wants it to end; what is done by then stays. */
  readonly isCancelled: () => boolean;
}

/** Work that takes long enough to be told of. */
export interface Work {
  /** What is done, with so many done of all. */
  readonly word: (done: number) => string;
  readonly total: number;
  readonly done: number;
  readonly isCancelled: boolean;
}

// What is over in no time needs no bar.
const shownAfterMs = 300;

/** Long work, one at a time, with how far it has come and a way to end it. */
export const useWorkStore = defineStore('work', () => {
  const current = shallowRef<Work | null>(null);
  const isLong = shallowRef(false);
  const shown = computed(() => (isLong.value ? current.value : null));
  let last: Promise<unknown> = Promise.resolve();

  /** Does `task` when what was begun before is over. */
  function run<Outcome>(
    work: Pick<Work, 'word' | 'total'>,
    task: (progress: Progress) => Promise<Outcome>,
  ): Promise<Outcome> {
    const own = last.then(() => carryOut(work, task));
    last = own.catch(() => undefined);
    return own;
  }

  async function carryOut<Outcome>(
    work: Pick<Work, 'word' | 'total'>,
    task: (progress: Progress) => Promise<Outcome>,
  ): Promise<Outcome> {
    current.value = { ...work, done: 0, isCancelled: false };
    const timer = setTimeout(() => (isLong.value = true), shownAfterMs);
    try {
      return await task({
        report: (done) => change({ done }),
        isCancelled: () => current.value?.isCancelled === true,
      });
    } finally {
      clearTimeout(timer);
      isLong.value = false;
      current.value = null;
    }
  }

  function cancel(): void {
    change({ isCancelled: true });
  }

  function change(news: Partial<Work>): void {
    if (current.value) current.value = { ...current.value, ...news };
  }

  return { current, shown, run, cancel };
});
