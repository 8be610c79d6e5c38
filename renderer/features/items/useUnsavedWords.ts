import { CloudOff, EyeOff, Lock, TriangleAlert } from '@lucide/vue';
import { computed, type Component, type ComputedRef } from 'vue';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { formatWait } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import { useNow } from '../../useNow.ts';
import { useSignInAgain } from '../accounts/useSignInAgain.ts';

/** How a view of which nothing is saved says why, as a UiState takes it, and what helps. */
export interface UnsavedWords {
  readonly state: {
    readonly kind: 'offline' | 'error';
    readonly icon: Component;
    readonly isCalm: boolean;
    readonly title: string;
    readonly hint: string;
  };
  /** When it is asked again by itself; null when it is not. */
  readonly wait: string | null;
  readonly help: 'goOnline' | 'signIn' | 'again' | null;
}

const icons: Readonly<Partial<Record<ErrorCode, Component>>> = {
  inventoryHidden: EyeOff,
  listHidden: EyeOff,
  placesNotPermitted: Lock,
  signInNeeded: Lock,
};
// Asking again changes nothing about these.
const finalCodes: readonly ErrorCode[] = [
  'categoryUnsupported',
  'categoryUnknown',
  'placesNotPermitted',
  'signInNeeded',
];

export function useUnsavedWords(error: () => AppError | null): ComputedRef<UnsavedWords | null> {
  const signInAgain = useSignInAgain();
  const now = useNow(1000);

  // The account's banner says why; here is left to say what that means.
  function wordsOf(problem: AppError) {
    if (!signInAgain.isSaidAlready(problem)) return sayError(problem.code);
    return { title: say('items.notSaved'), hint: say('items.notSavedSignInHint') };
  }

  return computed(() => {
    const problem = error();
    if (!problem) return null;
    if (problem.code === 'workingOffline') {
      const words = { title: say('items.notSaved'), hint: say('items.notSavedHint') };
      const state = { kind: 'offline', icon: CloudOff, isCalm: false, ...words } as const;
      return { state, wait: null, help: 'goOnline' };
    }
    const isFinal = finalCodes.includes(problem.code);
    const { retryAt } = problem.facts;
    const isWaiting = retryAt !== undefined && retryAt > now.value;
    return {
      state: {
        ...{ kind: 'error', icon: icons[problem.code] ?? TriangleAlert },
        isCalm: problem.code === 'inventoryHidden' || problem.code === 'listHidden' || isFinal,
        ...wordsOf(problem),
      },
      wait: isWaiting ? formatWait(retryAt - now.value) : null,
      help: signInAgain.canHelp(problem) ? 'signIn' : isFinal ? null : 'again',
    };
  });
}
