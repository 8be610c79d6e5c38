import { ChevronRight } from '@lucide/vue';
import { computed, type ComputedRef } from 'vue';
import { commandKeys, type MenuCommand } from '../../../shared/menu-commands.ts';
import { sayCommand } from '../../i18n.ts';
import { isHeard, runMenuCommand } from '../../menu-handlers.ts';
import { wordAccelerator } from '../../shortcut.ts';
import { useSelectionStore } from '../items/selection.store.ts';
import type { PaletteLine } from './palette-line.ts';

// What the palette does by lines of their own is left out: its own opening, places, and accounts by their number.
const commands = [
  ...([
    'undo',
    'redo',
    'selectAll',
    'invertSelection',
    'findItems',
    'refresh',
    'refreshEverything',
    'toggleOffline',
  ] as const),
  ...(['openDetails', 'addToCollection', 'addToProfileCollection', 'removeFromProfileCollection'] as const),
  ...(['newCollection', 'exportItems', 'makeBackup', 'restoreBackup'] as const),
  ...(['addAccount', 'manageAccounts'] as const),
];
const ofSelection: ReadonlySet<string> = new Set([
  ...['openDetails', 'addToCollection', 'addToProfileCollection', 'removeFromProfileCollection'],
]);

function wordKeys(command: MenuCommand): string {
  const keys = commandKeys[command];
  return keys ? wordAccelerator(keys) : '';
}

/** The commands of the application menu that do something now. */
export function useCommandLines(): ComputedRef<readonly PaletteLine[]> {
  const selection = useSelectionStore();

  return computed(() =>
    commands
      .filter((command) => isHeard(command) && (selection.items.length > 0 || !ofSelection.has(command)))
      .map((command): PaletteLine => ({
        ...{ key: `command/${command}`, group: 'commands', label: sayCommand(command), hint: '' },
        ...{ icon: ChevronRight, shortcut: wordKeys(command) },
        carryOut: () => runMenuCommand(command),
      })),
  );
}
