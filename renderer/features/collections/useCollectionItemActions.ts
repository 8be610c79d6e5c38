import { ArrowLeftToLine, ArrowRightToLine, FolderMinus, FolderPlus, MoveLeft, MoveRight } from '@lucide/vue';
import { collectionLimits } from '../../../shared/collections.ts';
import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { shortcutOf } from '../../shortcut.ts';
import type { MenuAction, MenuEntry } from '../../ui/menu-entry.ts';
import { useSelectionStore } from '../items/selection.store.ts';
import { useCollectionDialogStore } from './collection-dialog.store.ts';
import { useCollectionStore } from './collection.store.ts';
import { useShownCollectionStore } from './shown-collection.store.ts';

export interface CollectionItemActions {
  readonly entriesFor: (items: readonly Item[]) => readonly MenuEntry[];
  readonly carryOut: (action: string, items: readonly Item[]) => void;
}

/** What collections can do with items: everywhere file them, in one of them take them out or put them elsewhere. */
export function useCollectionItemActions(): CollectionItemActions {
  const collections = useCollectionStore();
  const dialogs = useCollectionDialogStore();
  const selection = useSelectionStore();
  const place = useShownCollectionStore();

  function entriesFor(items: readonly Item[]): readonly MenuEntry[] {
    const entries: MenuEntry[] = [
      {
        ...{ id: 'addToCollection', label: say('collections.addTo'), icon: FolderPlus },
        shortcut: shortcutOf('⇧L'),
      },
    ];
    if (!place.shown) return entries;
    entries.push({
      ...{ id: 'removeFromCollection', label: say('collections.takeOut'), icon: FolderMinus },
      shortcut: 'Del',
    });
    if (!place.shown.canArrange || items.length >= place.shown.total) return entries;
    const { itemsAtOnce } = collectionLimits;
    const obstacle =
      items.length > itemsAtOnce
        ? say('collections.moveTooMany', { number: formatNumber(itemsAtOnce) })
        : undefined;
    const steps: readonly MenuAction[] = [
      { id: 'moveItemsFirst', label: say('collections.moveFirst'), icon: ArrowLeftToLine },
      { id: 'moveItemsBefore', label: say('collections.moveBefore'), icon: MoveLeft, shortcut: 'Alt ←' },
      { id: 'moveItemsAfter', label: say('collections.moveAfter'), icon: MoveRight, shortcut: 'Alt →' },
      { id: 'moveItemsLast', label: say('collections.moveLast'), icon: ArrowRightToLine },
    ];
    return [...entries, 'separator', ...steps.map((step) => ({ ...step, obstacle }))];
  }

  function carryOut(action: string, items: readonly Item[]): void {
    const { shown } = place;
    if (action === 'addToCollection') dialogs.show({ kind: 'pick', items });
    if (!shown) return;
    if (action === 'removeFromCollection') void takeOut(shown.id, items);
    if (!shown.canArrange || items.length > collectionLimits.itemsAtOnce) return;
    if (action === 'moveItemsFirst') shown.arrange('first');
    if (action === 'moveItemsBefore') shown.arrange('before');
    if (action === 'moveItemsAfter') shown.arrange('after');
    if (action === 'moveItemsLast') shown.arrange('last');
  }

  async function takeOut(id: number, items: readonly Item[]): Promise<void> {
    if (await collections.remove(id, items)) selection.clear();
  }

  return { entriesFor, carryOut };
}
