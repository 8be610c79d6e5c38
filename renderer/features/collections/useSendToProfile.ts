import { BookmarkPlus } from '@lucide/vue';
import { computed, type ComputedRef } from 'vue';
import type { Item } from '../../../shared/items.ts';
import { say, sayError } from '../../i18n.ts';
import { itemKey } from '../../item-key.ts';
import type { MenuAction } from '../../ui/menu-entry.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import type { SelectableList } from '../items/selection.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useProfileCollectionStore } from '../profile-collection/profile-collection.store.ts';

export interface SendToProfile {
  readonly entry: ComputedRef<MenuAction>;
  readonly send: () => Promise<void>;
}

/** Puts what the account on screen owns of a collection into its profile collection. */
export function useSendToProfile(list: SelectableList): SendToProfile {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const profile = useProfileCollectionStore();

  const entry = computed<MenuAction>(() => ({
    ...{ id: 'sendToProfile', label: say('collections.sendToProfile'), icon: BookmarkPlus },
    obstacle: profile.obstacle ? sayError(profile.obstacle).title : undefined,
  }));

  async function send(): Promise<void> {
    await list.loadRange(0, Math.max(0, list.total() - 1));
    const fitting: Item[] = [];
    for (let index = 0; index < list.total(); index += 1) {
      const item = list.itemAt(index);
      if (item && fits(item)) fitting.push(item);
    }
    if (fitting.length > 0) await profile.change('add', fitting);
    else notices.show('neutral', say('collections.nothingFits'), [say('collections.nothingFitsHint')]);
  }

  function fits(item: Item): boolean {
    const isOwned = item.owners.some(
      ({ accountId, copies }) => accountId === accounts.currentId && copies > 0,
    );
    return isOwned && !profile.keys.has(itemKey(item));
  }

  return { entry, send };
}
