import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError } from '../../../shared/errors.ts';
import { sayError } from '../../i18n.ts';

/** What can be done about a notice while it is shown. */
export interface NoticeAction {
  readonly label: string;
  readonly carryOut: () => void;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'neutral' | 'problem';
  readonly title: string;
  readonly lines: readonly string[];
  readonly action?: NoticeAction | undefined;
  /** A second way to go on. */
  readonly more?: NoticeAction | undefined;
}

const mostAtOnce = 2;
const shownMs = { good: 5000, neutral: 7000, problem: 10_000 } as const;

/** Short messages about something that has just been done. */
export const useNoticeStore = defineStore('notices', () => {
  const notices = shallowRef<readonly Notice[]>([]);
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let lastId = 0;

  function show(
    tone: Notice['tone'],
    title: string,
    lines: readonly string[] = [],
    action?: NoticeAction,
    more?: NoticeAction,
  ): void {
    const notice = { id: ++lastId, tone, title, lines, action, more };
    notices.value = [...notices.value, notice].slice(-mostAtOnce);
    startTimer(notice);
  }

  function showError(error: AppError): void {
    const { title, hint } = sayError(error.code);
    show('problem', title, [hint]);
  }

  function close(id: number): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    notices.value = notices.value.filter((notice) => notice.id !== id);
  }

  /** Does what a notice offers; that was what it was there for. */
  function act(id: number, which: 'action' | 'more' = 'action'): void {
    const chosen = notices.value.find((notice) => notice.id === id)?.[which];
    close(id);
    chosen?.carryOut();
  }

  /** Keeps every notice while somebody reads. */
  function hold(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  }

  function release(): void {
    notices.value.forEach(startTimer);
  }

  function startTimer(notice: Notice): void {
    clearTimeout(timers.get(notice.id));
    timers.set(
      notice.id,
      setTimeout(() => close(notice.id), shownMs[notice.tone]),
    );
  }

  return { notices, show, showError, close, act, hold, release };
});
