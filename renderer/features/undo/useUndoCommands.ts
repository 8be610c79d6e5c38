import { carryOutInField, isTyping, useFieldKey } from '../../typing.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useUndoStore } from './undo.store.ts';

/** Undo and redo from the application menu and its keys; in a field of text they are about what was typed. */
export function useUndoCommands(): void {
  const undo = useUndoStore();

  function carryOut(command: 'undo' | 'redo'): void {
    if (isTyping()) carryOutInField(command);
    else void undo[command]();
  }

  useFieldKey('z', ({ shiftKey }) => (shiftKey ? 'redo' : 'undo'));
  useMenuCommand('undo', () => carryOut('undo'));
  useMenuCommand('redo', () => carryOut('redo'));
}
