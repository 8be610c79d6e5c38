import type { ImportFault } from '../../collections.ts';
import type { StepKind } from '../../undo.ts';

/** Undo and redo: what each step did, to be put after "Undo:" or "Redo:". */
export const undo = {
  undo: 'Undo',
  redo: 'Redo',
  undoStep: 'Undo: {step}',
  redoStep: 'Redo: {step}',
  undone: 'Undone: {step}',
  redone: 'Redone: {step}',
  steps: {
    createCollection: 'create {collection}',
    createFilled: 'create {collection} with {number} item | create {collection} with {number} items',
    renameCollection: 'rename {from} to {to}',
    editCollection: 'edit {collection}',
    moveCollection: 'move {collection} to the top level',
    trashCollection: 'move {collection} to the trash',
    restoreCollection: 'restore {collection}',
    emptyTrash: 'empty the trash of {number} collection | empty the trash of {number} collections',
    addItems: 'add {number} item to {collection} | add {number} items to {collection}',
    removeItems: 'remove {number} item from {collection} | remove {number} items from {collection}',
    arrangeItems: 'arrange {number} item of {collection} | arrange {number} items of {collection}',
    moveItems: 'move {number} item from {from} to {to} | move {number} items from {from} to {to}',
    copyItems: 'copy {number} item from {from} to {to} | copy {number} items from {from} to {to}',
    importCollections: 'import {number} collection | import {number} collections',
    addToProfile:
      'add {number} item to the profile collection of {account} | add {number} items to the profile collection of {account}',
    removeFromProfile:
      'remove {number} item from the profile collection of {account} | remove {number} items from the profile collection of {account}',
    swapInProfile: 'swap {out} for {number} in the profile collection of {account}',
  } satisfies Record<StepKind, string>,
  moveInto: 'move {collection} into {into}',
} as const;

/** Why a part of an import cannot be used. */
export const importFaults = {
  notAnItem: 'Not an item: no usable id or address',
  notACollection: 'Not a collection',
  nameMissing: 'A collection without a name',
  nameTooLong: 'A name longer than 100 characters',
  noteTooLong: 'A note longer than 2,000 characters',
  tooDeep: 'Deeper than 16 levels',
  viewInvalid: 'What this smart collection shows cannot be read',
} as const satisfies Record<ImportFault, string>;

/** The system's own dialogs. */
export const fileDialogs = {
  exportTitle: 'Export collections',
  importTitle: 'Import collections',
  exportName: 'Satchel collections',
  json: 'Satchel collections (JSON)',
  csv: 'Table (CSV)',
  /** Of what was pasted without a name. */
  pastedName: 'Imported items',
  importable: 'Collections and lists',
} as const;
