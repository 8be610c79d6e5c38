import { undo as words } from '../shared/locales/en/collections.ts';
import { wordStep } from '../shared/undo-words.ts';
import type { UndoState } from '../shared/undo.ts';
import type { UndoNames } from './menu.ts';

/** How the menu names Undo and Redo: after what they would do. */
export function namesOf({ undo, redo }: UndoState, accountName: (id: number) => string): UndoNames {
  return {
    undo: undo && words.undoStep.replace('{step}', () => wordStep(undo.name, accountName)),
    redo: redo && words.redoStep.replace('{step}', () => wordStep(redo.name, accountName)),
  };
}
