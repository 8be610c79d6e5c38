import { onScopeDispose } from 'vue';

/** What a field of text can do by itself. */
export type FieldCommand = 'undo' | 'redo' | 'selectAll';

/** Whether the person writes into a field of text: then such commands are about what was typed. */
export function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type="radio"], [type="checkbox"]), textarea') ?? false;
}

/** Has the field that the person writes into do it. */
export function carryOutInField(command: FieldCommand): void {
  typing.execCommand(command);
}

/**
 * Keeps a key with Ctrl or Cmd to the field that the person writes into. Some systems hand the keys to the field and to the
 * menu alike: one of them is enough.
 */
export function useFieldKey(key: string, commandOf: (event: KeyboardEvent) => FieldCommand | null): void {
  function hear(event: KeyboardEvent): void {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === key;
    const command = isCommand && isTyping() ? commandOf(event) : null;
    if (command === null) return;
    event.preventDefault();
    carryOutInField(command);
  }

  window.addEventListener('keydown', hear);
  onScopeDispose(() => window.removeEventListener('keydown', hear));
}

// Called obsolete, and the only way to what a field itself keeps.
const typing = document as { readonly execCommand: (command: FieldCommand) => boolean };
