import {
  ArrowDown,
  ArrowUp,
  Download,
  CornerDownRight,
  FolderPlus,
  Hand,
  IndentDecrease,
  IndentIncrease,
  Pencil,
  Trash2,
} from '@lucide/vue';
import { say } from '../../i18n.ts';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { shortcutOf } from '../../shortcut.ts';
import { useCarryStore } from '../carry/carry.store.ts';
import { useCollectionDialogStore } from './collection-dialog.store.ts';
import { useCollectionStore } from './collection.store.ts';
import { useCollectionFiles } from './useCollectionFiles.ts';

export interface CollectionActions {
  readonly entriesOf: (id: number) => readonly MenuEntry[];
  /** Whether something was done that may have moved it. */
  readonly carryOut: (action: string, id: number) => Promise<boolean>;
}

/** Where a collection can be moved by one step, or why it cannot. */
interface Step {
  readonly parentId: number | null;
  readonly position: number;
}

/** Keys of a line of the tree, by what they do there. */
export const collectionKeys: Readonly<Record<string, string>> = {
  F2: 'editCollection',
  Delete: 'trashCollection',
  'Alt+ArrowUp': 'moveCollectionUp',
  'Alt+ArrowDown': 'moveCollectionDown',
  'Alt+ArrowRight': 'nestCollection',
  'Alt+ArrowLeft': 'unnestCollection',
};

/** What can be done with a collection, for its menus and keys. */
export function useCollectionActions(): CollectionActions {
  const collections = useCollectionStore();
  const dialogs = useCollectionDialogStore();
  const carry = useCarryStore();
  const files = useCollectionFiles();

  function stepsOf(id: number): Readonly<Record<string, Step | null>> {
    const own = collections.find(id);
    if (!own) return {};
    const { parentId } = own;
    const siblings = collections.childrenOf(parentId);
    const at = siblings.findIndex((each) => each.id === id);
    const before = siblings[at - 1];
    const parent = parentId === null ? undefined : collections.find(parentId);
    const parentAt = parent ? collections.childrenOf(parent.parentId).indexOf(parent) : 0;
    return {
      moveCollectionUp: before ? { parentId, position: at - 1 } : null,
      moveCollectionDown: at < siblings.length - 1 ? { parentId, position: at + 1 } : null,
      nestCollection: before
        ? { parentId: before.id, position: collections.childrenOf(before.id).length }
        : null,
      unnestCollection: parent ? { parentId: parent.parentId, position: parentAt + 1 } : null,
    };
  }

  /** Where a collection in hand can be put beside this one: a click on it alone puts it inside. */
  function putEntries(id: number): readonly MenuEntry[] {
    if (carry.inHand?.kind !== 'collection') return [];
    return (['before', 'after'] as const).map((side) => {
      const verdict = carry.judge({ kind: 'beside', id, side });
      return {
        id: side === 'before' ? 'putBefore' : 'putAfter',
        label: say(side === 'before' ? 'carry.putBefore' : 'carry.putAfter'),
        icon: CornerDownRight,
        obstacle: verdict.isAllowed ? undefined : verdict.words,
      };
    });
  }

  function entriesOf(id: number): readonly MenuEntry[] {
    const own = collections.find(id);
    if (!own) return [];
    const isFiled = [own, ...collections.belowOf(id)].some(({ view }) => !view);
    const steps = stepsOf(id);
    const unless = (step: string, obstacle: string) => (steps[step] ? undefined : obstacle);
    return [
      { id: 'editCollection', label: say('collections.edit'), icon: Pencil, shortcut: 'F2' },
      { id: 'pickUpCollection', label: say('carry.pickUp'), icon: Hand, shortcut: shortcutOf('X') },
      ...putEntries(id),
      { id: 'createInside', label: say('collections.createInside'), icon: FolderPlus },
      'separator',
      {
        ...{ id: 'moveCollectionUp', label: say('collections.moveUp'), icon: ArrowUp, shortcut: 'Alt ↑' },
        obstacle: unless('moveCollectionUp', say('collections.isFirst')),
      },
      {
        ...{ id: 'moveCollectionDown', label: say('collections.moveDown') },
        ...{ icon: ArrowDown, shortcut: 'Alt ↓' },
        obstacle: unless('moveCollectionDown', say('collections.isLast')),
      },
      {
        ...{ id: 'nestCollection', label: say('collections.nest'), icon: IndentIncrease, shortcut: 'Alt →' },
        obstacle: unless('nestCollection', say('collections.isFirst')),
      },
      {
        ...{ id: 'unnestCollection', label: say('collections.unnest') },
        ...{ icon: IndentDecrease, shortcut: 'Alt ←' },
        obstacle: unless('unnestCollection', say('collections.isAtTop')),
      },
      'separator',
      { id: 'exportJson', label: say('collections.exportJson'), icon: Download },
      {
        ...{ id: 'exportCsv', label: say('collections.exportCsv'), icon: Download },
        obstacle: isFiled ? undefined : say('collections.exportOnlySmart'),
      },
      'separator',
      {
        ...{ id: 'trashCollection', label: say('collections.trash'), icon: Trash2, shortcut: 'Del' },
        isDangerous: true,
      },
    ];
  }

  async function carryOut(action: string, id: number): Promise<boolean> {
    const step = stepsOf(id)[action];
    if (step) return collections.move(id, step.parentId, step.position);
    if (action === 'pickUpCollection') carry.pickUp({ kind: 'collection', id });
    if (action === 'putBefore') return carry.putDown({ kind: 'beside', id, side: 'before' });
    if (action === 'putAfter') return carry.putDown({ kind: 'beside', id, side: 'after' });
    if (action === 'editCollection') dialogs.show({ kind: 'edit', id });
    if (action === 'createInside') dialogs.create(id);
    if (action === 'exportJson') await files.exportTo('json', [id]);
    if (action === 'exportCsv') await files.exportTo('csv', [id]);
    if (action === 'trashCollection') return collections.trashOne(id);
    return false;
  }

  return { entriesOf, carryOut };
}
