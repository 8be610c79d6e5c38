import { BookmarkPlus } from '@lucide/vue';
import { computed, type ComputedRef } from 'vue';
import { toAppError } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import type { MenuAction } from '../../ui/menu-entry.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import type { SelectableList } from '../items/selection.store.ts';
import { useReadItems } from '../items/useReadItems.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { profileFate, type ProfileFate } from '../profile-collection/profile-fate.ts';
import { useProfileCollectionStore } from '../profile-collection/profile-collection.store.ts';
import { useResultStore, type ResultGroup } from '../results/result.store.ts';

export interface SendToProfile {
  readonly entry: ComputedRef<MenuAction>;
  /** Never throws. */
  readonly send: () => Promise<void>;
}

/** Puts what the account on screen owns of a collection into its profile collection, and tells what it left out and why. */
export function useSendToProfile(list: SelectableList): SendToProfile {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const profile = useProfileCollectionStore();
  const results = useResultStore();
  const readItems = useReadItems();

  const entry = computed<MenuAction>(() => ({
    ...{ id: 'sendToProfile', label: say('collections.sendToProfile'), icon: BookmarkPlus },
    obstacle: profile.obstacle ? sayError(profile.obstacle).title : undefined,
  }));

  async function send(): Promise<void> {
    const all = { first: 0, last: () => list.total() - 1 };
    const asked = accounts.currentId;
    try {
      const items = await readItems(list, all, { words: 'work.reading' });
      // Another account has another profile collection, and owns other things.
      if (items && asked === accounts.currentId) await sendItems(items);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function sendItems(items: readonly Item[]): Promise<void> {
    const { fits = [], ...others } = Object.groupBy(items, fateOf);
    const groups = groupsOf(others);
    const left = items.length - fits.length;
    if (fits.length === 0) {
      const title = say('collections.nothingFits');
      const more = left > 0 ? showing(say('results.nothingSent'), title, groups) : undefined;
      notices.show('neutral', title, [say('collections.nothingFitsHint')], more);
      return;
    }
    const more = showing(say('results.leftOut'), say('results.leftOutHint'), groups);
    const line = say('collections.someDoNotFit', { number: formatNumber(left) }, left);
    await profile.change('add', fits, left > 0 ? { line, more } : undefined);
  }

  function fateOf(item: Item): ProfileFate {
    const { owners } = item;
    const isOwned = owners.some(({ accountId, copies }) => accountId === accounts.currentId && copies > 0);
    return profileFate(item, profile, isOwned);
  }

  function groupsOf({
    alreadyIn = [],
    notOwned = [],
    typeRefused = [],
  }: Partial<Record<ProfileFate, Item[]>>): ResultGroup[] {
    const name = accounts.current ? accountName(accounts.current) : '';
    return [
      { reason: say('results.notOwned', { name }), items: notOwned },
      { reason: say('results.typeRefused'), items: typeRefused },
      { reason: say('results.alreadyIn'), items: alreadyIn },
    ];
  }

  function showing(title: string, hint: string, groups: readonly ResultGroup[]) {
    return { label: say('results.showLeftOut'), carryOut: () => results.show({ title, hint, groups }) };
  }

  return { entry, send };
}
