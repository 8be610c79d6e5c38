import { toAppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { say } from '../../i18n.ts';
import { request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

export interface ItemLinks {
  readonly openInBrowser: (item: ItemRef) => Promise<void>;
  readonly copyLink: (item: ItemRef) => Promise<void>;
  readonly copyId: (item: ItemRef) => Promise<void>;
}

/** Ways from an item to Roblox and to elsewhere. What goes wrong is told. */
export function useItemLinks(): ItemLinks {
  const accounts = useAccountStore();
  const notices = useNoticeStore();

  async function tell(work: () => Promise<string | null>): Promise<void> {
    try {
      const news = await work();
      if (news !== null) notices.show('good', news);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  // Whoever is asked: it only tells a place from other assets.
  const input = ({ type, id }: ItemRef) => ({
    accountId: accounts.currentId ?? accounts.accounts[0]?.id ?? 1,
    item: { type, id },
  });

  return {
    openInBrowser: (item) => tell(() => request('items.openInBrowser', input(item))),
    copyLink: (item) =>
      tell(async () => {
        await request('items.copyAddress', input(item));
        return say('itemPage.linkCopied');
      }),
    copyId: ({ id }) =>
      tell(async () => {
        await request('app.copyText', { text: String(id) });
        return say('itemPage.copied', { text: String(id) });
      }),
  };
}
