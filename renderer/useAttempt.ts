import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { toAppError, type AppError } from '../shared/errors.ts';
import type { ErrorWords } from '../shared/locales/en/errors.ts';
import { sayError } from './i18n.ts';

export interface Attempt {
  readonly isBusy: Readonly<Ref<boolean>>;
  /** What it failed with, in words; null while it has not. */
  readonly problem: ComputedRef<ErrorWords | null>;
  /** Does it and tells whether it was done: a failure becomes the problem. */
  attempt: (task: () => Promise<unknown>) => Promise<boolean>;
  /** Takes back what was said of the last failure. */
  forget: () => void;
}

/** What a dialog or a form asks for, once it is told to: whether it is under way, and why it did not work. */
export function useAttempt(): Attempt {
  const isBusy = shallowRef(false);
  const error = shallowRef<AppError | null>(null);
  const problem = computed(() => (error.value ? sayError(error.value.code) : null));

  async function attempt(task: () => Promise<unknown>): Promise<boolean> {
    isBusy.value = true;
    error.value = null;
    try {
      await task();
      return true;
    } catch (thrown) {
      error.value = toAppError(thrown);
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  return { isBusy, problem, attempt, forget: () => void (error.value = null) };
}
