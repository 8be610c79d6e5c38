import {
  BookmarkMinus,
  BookmarkPlus,
  Download,
  ExternalLink,
  Hand,
  Maximize2,
  PanelRight,
} from '@lucide/vue';
import { computed, type ComputedRef } from 'vue';
import { say, sayError } from '../../i18n.ts';
import { itemKey } from '../../item-key.ts';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { shortcutOf } from '../../shortcut.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCarryStore } from '../carry/carry.store.ts';
import { useCollectionItemActions } from '../collections/useCollectionItemActions.ts';
import { useExportStore } from '../exports/export.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import {
  useProfileCollectionStore,
  type ChangeKind,
} from '../profile-collection/profile-collection.store.ts';
import { useDetailsStore } from './details.store.ts';
import { useSelectionStore } from './selection.store.ts';
import { useTrailStore } from './trail.store.ts';
import { useListAccount } from './useListAccount.ts';

export interface ItemActions {
  readonly entries: ComputedRef<readonly MenuEntry[]>;
  readonly carryOut: (id: string) => void;
}

/** What can be done with the selected items, for the context menu, the selection bar and the application menu. */
export function useItemActions(): ItemActions {
  const selection = useSelectionStore();
  const collection = useProfileCollectionStore();
  const details = useDetailsStore();
  const accounts = useAccountStore();
  const carry = useCarryStore();
  const local = useCollectionItemActions();
  const list = useListAccount();
  const trail = useTrailStore();
  const notices = useNoticeStore();
  const exporting = useExportStore();

  const entries = computed<readonly MenuEntry[]>(() => {
    const { items } = selection;
    if (items.length === 0) return [];
    const inside = items.filter((item) => collection.keys.has(itemKey(item)));
    const obstacle = collection.obstacle
      ? sayError(collection.obstacle).title
      : (list.obstacle.value ?? undefined);
    const lines: MenuEntry[] = [];
    if (items.length === 1) {
      lines.push(
        { id: 'openDetails', label: say('actions.openDetails'), icon: PanelRight },
        { id: 'openPage', label: say('itemPage.open'), icon: Maximize2, shortcut: shortcutOf('↵') },
      );
      lines.push(
        { id: 'openInBrowser', label: say('actions.openInBrowser'), icon: ExternalLink },
        'separator',
      );
    }
    lines.push(
      ...local.entriesFor(items),
      { id: 'pickUp', label: say('carry.pickUp'), icon: Hand, shortcut: shortcutOf('X') },
      'separator',
    );
    if (inside.length < items.length) {
      lines.push({ id: 'addToProfileCollection', label: say('actions.add'), icon: BookmarkPlus, obstacle });
    }
    if (inside.length > 0) {
      lines.push({
        id: 'removeFromProfileCollection',
        label: say('actions.remove'),
        icon: BookmarkMinus,
        obstacle,
      });
    }
    lines.push('separator', {
      ...{ id: 'exportItems', label: say('exporting.open'), icon: Download, shortcut: shortcutOf('⇧E') },
    });
    return lines;
  });

  function carryOut(id: string): void {
    const [first] = selection.items;
    if (!first) return;
    local.carryOut(id, selection.items);
    const scope = list.account.value ?? accounts.scope;
    if (id === 'pickUp') {
      carry.pickUp({ kind: 'items', items: selection.items, from: selection.from, scope });
    }
    if (id === 'openDetails') void details.openFromList(first);
    if (id === 'openPage') void trail.open(first);
    if (id === 'openInBrowser') void details.openInBrowser(first);
    if (id === 'exportItems') exporting.offer();
    if (id === 'addToProfileCollection') changeProfile('add');
    if (id === 'removeFromProfileCollection') changeProfile('remove');
  }

  function changeProfile(kind: ChangeKind): void {
    if (list.obstacle.value && !collection.obstacle) notices.show('neutral', list.obstacle.value);
    else void collection.change(kind, selection.items);
  }

  return { entries, carryOut };
}

/** Lets the application menu act on the selection. */
export function useItemMenuCommands(): void {
  const { carryOut } = useItemActions();
  const commands = [
    ...(['openDetails', 'addToCollection'] as const),
    ...(['addToProfileCollection', 'removeFromProfileCollection'] as const),
  ];
  for (const command of commands) {
    useMenuCommand(command, () => carryOut(command));
  }
}
