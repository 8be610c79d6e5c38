// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useDetailsStore } from '../../renderer/features/items/details.store.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useItemActions } from '../../renderer/features/items/useItemActions.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import type { Scope } from '../../shared/accounts.ts';
import { AppError } from '../../shared/errors.ts';
import type { MenuAction } from '../../renderer/ui/menu-entry.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

async function start(onScreen: Scope) {
  const asked: number[] = [];
  const note = ({ accountId }: { readonly accountId: number }) => {
    asked.push(accountId);
    throw new AppError('workingOffline', 'Enough for now');
  };
  const bridge = installBridge({
    'accounts.list': () => ({
      accounts: [sampleAccount(), sampleAccount({ id: 8, nickname: 'Ada' })],
      scope: onScreen,
    }),
    'items.details': note,
    'items.openInBrowser': note,
    'profileCollection.list': () => ({
      items: [],
      refused: [],
      waiting: 0,
      limit: null,
      refusedAssetTypes: [],
      savedAt: 1,
    }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'collections.list': () => ({ collections: [], trash: [] }),
    'undo.state': () => ({ undo: null, redo: null }),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const selection = useSelectionStore();
  await flushPromises();
  const item = sampleItem(5);
  const show = (scope: Scope | undefined) => {
    const shown = sampleItem(5);
    const list = {
      total: () => 1,
      itemAt: () => shown,
      loadRange: () => Promise.resolve(),
      ...(scope === undefined ? {} : { scope }),
    };
    selection.list = () => list;
    return selection.choose(list, 0, 'single');
  };
  return { asked, bridge, item, show, details: useDetailsStore(), actions: useItemActions() };
}

describe('details from a list of another account than the one on screen', () => {
  it('the facts of whoever is on screen shown for them, by opening, by following, or in the browser', async () => {
    const { asked, details, item, show } = await start(7);
    await show(8);
    await details.openFromList(item);
    expect(details.accountId).toBe(8);
    await show(7);
    await flushPromises();
    expect(details.accountId).toBe(7);
    await show(undefined);
    await flushPromises();
    await details.openInBrowser(item);
    await show(8);
    await details.openInBrowser(item);
    await flushPromises();
    expect(asked).toEqual([8, 7, 7, 7, 8, 8]);
  });

  it('their items sent to the profile collection of whoever is on screen', async () => {
    const { actions, bridge, show } = await start(7);
    await show(8);
    const entry = actions.entries.value.find(
      (each): each is MenuAction => each !== 'separator' && each.id === 'addToProfileCollection',
    );
    expect(entry?.obstacle).toBe(
      'These are items of Ada. Show that account to change its profile collection.',
    );
    actions.carryOut('addToProfileCollection');
    await flushPromises();
    expect(bridge.asked).not.toContain('profileCollection.add');
    expect(useNoticeStore().notices).toMatchObject([{ title: entry?.obstacle }]);
    await show(7);
    actions.carryOut('addToProfileCollection');
    await flushPromises();
    expect(bridge.asked).toContain('profileCollection.add');
  });

  it('an owner lost over all accounts', async () => {
    const { details, show } = await start('all');
    const item = sampleItem(6, { owners: [{ accountId: 8, copies: 1 }] });
    await show('all');
    await details.openFromList(item);
    expect(details.accountId).toBe(8);
  });

  it('what was found elsewhere shown as the account of the list has it', async () => {
    const { asked, details, item, show } = await start(7);
    await show(8);
    await details.open(item);
    expect(asked).toEqual([7]);
  });
});
