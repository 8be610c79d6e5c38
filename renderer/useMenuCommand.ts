import { onScopeDispose } from 'vue';
import type { MenuCommand } from '../shared/menu-commands.ts';
import { listen } from './ipc.ts';
import { addMenuHandler } from './menu-handlers.ts';

/** Carries out one command of the application menu for as long as the component or store lives. */
export function useMenuCommand(command: MenuCommand, carryOut: () => void): void {
  onScopeDispose(addMenuHandler(command, carryOut));
  onScopeDispose(
    listen('menu.chosen', (chosen) => {
      if (chosen.command === command) carryOut();
    }),
  );
}
