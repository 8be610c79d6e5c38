import { carryOutInField, isTyping, useFieldKey } from '../../typing.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useSelectionStore } from './selection.store.ts';

/** Selecting all and the other way round, from the application menu and its keys, in the list on screen. */
export function useSelectionCommands(): void {
  const selection = useSelectionStore();

  useFieldKey('a', ({ shiftKey }) => (shiftKey ? null : 'selectAll'));
  useMenuCommand('selectAll', () => {
    if (isTyping()) carryOutInField('selectAll');
    else if (isListInReach()) void selection.selectAll();
  });
  useMenuCommand('invertSelection', () => {
    if (isListInReach()) void selection.invert();
  });
}

// Under a dialog nothing is to change that nobody sees.
function isListInReach(): boolean {
  return document.querySelector('[role="dialog"]') === null;
}
