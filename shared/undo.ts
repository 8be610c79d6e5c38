/** What one step did, as it is told: "Undo: add 14 items to Hats". Names are those of the time. */
export type StepName =
  | { readonly kind: 'createCollection'; readonly collection: string }
  | { readonly kind: 'createFilled'; readonly collection: string; readonly count: number }
  | { readonly kind: 'renameCollection'; readonly from: string; readonly to: string }
  | { readonly kind: 'editCollection'; readonly collection: string }
  /** `into` is null for the top; the same parent as before is another place among its siblings. */
  | { readonly kind: 'moveCollection'; readonly collection: string; readonly into: string | null }
  | { readonly kind: 'trashCollection'; readonly collection: string }
  | { readonly kind: 'restoreCollection'; readonly collection: string }
  /** Collections. */
  | { readonly kind: 'emptyTrash'; readonly count: number }
  | { readonly kind: 'addItems'; readonly count: number; readonly collection: string }
  | { readonly kind: 'removeItems'; readonly count: number; readonly collection: string }
  | { readonly kind: 'arrangeItems'; readonly count: number; readonly collection: string }
  | { readonly kind: 'moveItems'; readonly count: number; readonly from: string; readonly to: string }
  | { readonly kind: 'copyItems'; readonly count: number; readonly from: string; readonly to: string }
  /** Collections. */
  | { readonly kind: 'importCollections'; readonly count: number }
  /** Of the profile collection of an account. */
  | { readonly kind: 'addToProfile'; readonly count: number; readonly accountId: number }
  | { readonly kind: 'removeFromProfile'; readonly count: number; readonly accountId: number }
  /** `count` items went in, `out` of them out. */
  | {
      readonly kind: 'swapInProfile';
      readonly count: number;
      readonly out: number;
      readonly accountId: number;
    };

export type StepKind = StepName['kind'];

export interface UndoStep {
  readonly id: number;
  readonly name: StepName;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What would be undone and redone next; null where there is nothing. Both are kept across restarts. */
export interface UndoState {
  readonly undo: UndoStep | null;
  readonly redo: UndoStep | null;
}

/** Steps kept; the oldest goes when there is one more. */
export const mostSteps = 100;
