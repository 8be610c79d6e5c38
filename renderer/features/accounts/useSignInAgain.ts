import { computed, type ComputedRef } from 'vue';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { useAccountDialogStore } from './account-dialog.store.ts';
import { useAccountStore } from './account.store.ts';

export interface SignInAgain {
  /** Why the account on screen has to be signed in again, as its banner says; null while it need not be. */
  readonly reason: ComputedRef<ErrorCode | null>;
  /** Whether the account's banner says the very same: one of them is enough. */
  readonly isSaidAlready: (error: AppError) => boolean;
  /** Whether signing in again is the way out, and trying again is not. */
  readonly canHelp: (error: AppError) => boolean;
  readonly start: () => void;
}

const helped: readonly ErrorCode[] = ['sessionEnded', 'challengeRequired'];

/** What signing in again means for the account on screen. */
export function useSignInAgain(): SignInAgain {
  const accounts = useAccountStore();
  const dialogs = useAccountDialogStore();
  const reason = computed(() => {
    const { current } = accounts;
    if (current?.signIn !== 'needed' || current.kind === 'archived' || current.isGone || current.isBanned) {
      return null;
    }
    return current.signInReason ?? 'sessionEnded';
  });

  function start(): void {
    if (accounts.currentId !== null) dialogs.show({ kind: 'add', again: accounts.currentId });
  }

  return {
    reason,
    isSaidAlready: (error) => error.code === reason.value,
    canHelp: (error) => accounts.current?.kind === 'signedIn' && helped.includes(error.code),
    start,
  };
}
