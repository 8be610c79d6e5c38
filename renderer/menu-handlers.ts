import type { MenuCommand } from '../shared/menu-commands.ts';

/** Who carries out a command now. */
const handlers = new Map<MenuCommand, Set<() => void>>();

/** Returns how to undo that. */
export function addMenuHandler(command: MenuCommand, carryOut: () => void): () => void {
  const all = handlers.get(command) ?? new Set();
  handlers.set(command, all.add(carryOut));
  return () => void all.delete(carryOut);
}

/** Does what the application menu would, from within the window. */
export function runMenuCommand(command: MenuCommand): void {
  for (const carryOut of handlers.get(command) ?? []) carryOut();
}

/** Whether anything on screen carries a command out. */
export function isHeard(command: MenuCommand): boolean {
  return (handlers.get(command)?.size ?? 0) > 0;
}
