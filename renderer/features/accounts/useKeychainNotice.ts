import { watch } from 'vue';
import { say } from '../../i18n.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useAccountStore } from './account.store.ts';

/** Says once a run, not once an account, that no session could be read from the keychain. */
export function useKeychainNotice(): void {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  let isTold = false;

  watch(
    () => accounts.accounts.some(({ signInReason }) => signInReason === 'keychainUnavailable'),
    (isAffected) => {
      if (!isAffected || isTold) return;
      isTold = true;
      notices.show('problem', say('accounts.keychain.notice'), [say('accounts.keychain.noticeHint')]);
    },
    { immediate: true },
  );
}
