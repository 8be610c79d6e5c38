import { onScopeDispose } from 'vue';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useUndoStore } from './undo.store.ts';

/** Undo and redo from the application menu and its keys; in a field of text they are about what was typed. */
export function useUndoCommands(): void {
  const undo = useUndoStore();

  function carryOut(command: 'undo' | 'redo'): void {
    if (isTyping()) typing.execCommand(command);
    else void undo[command]();
  }

  // Some systems hand the keys to the field and to the menu alike: one of them is enough.
  function hear(event: KeyboardEvent): void {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    if (!isCommand || !isTyping()) return;
    event.preventDefault();
    typing.execCommand(event.shiftKey ? 'redo' : 'undo');
  }

  useMenuCommand('undo', () => carryOut('undo'));
  useMenuCommand('redo', () => carryOut('redo'));
  window.addEventListener('keydown', hear);
  onScopeDispose(() => window.removeEventListener('keydown', hear));
}

// Called obsolete, and the only way to what a field itself keeps.
const typing = document as { readonly execCommand: (command: 'undo' | 'redo') => boolean };

function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type="radio"], [type="checkbox"]), textarea') ?? false;
}
