import type { CollectionsState } from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import type { UndoState } from '../../shared/undo.ts';

/** Local collections, and undoing what was done to them. */
export class CollectionServices {
  state(): CollectionsState {
    return { collections: [], trash: [] };
  }

  undoState(): UndoState {
    return { undo: null, redo: null };
  }

  /** There is no collection yet that anything could be done to. */
  refuse(): never {
    throw new AppError('collectionUnknown', 'No collection of that number');
  }
}
