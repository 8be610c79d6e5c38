import * as z from 'zod/mini';
import {
  collectionColours,
  collectionIcons,
  collectionLimits,
  collectionSorts,
  exportFormats,
  type Collection,
  type CollectionPage,
  type CollectionShare,
  type CollectionsState,
  type ExportOutcome,
  type FiledItems,
  type ImportOutcome,
  type ImportPreview,
} from './collections.ts';
import { itemRef, nothing, stepId, view } from './inputs.ts';
import { route } from './route.ts';
import type { UndoState } from './undo.ts';

const collectionId = z.int().check(z.positive());
const forCollection = z.strictObject({ id: collectionId });
const position = z.int().check(z.nonnegative());
const manyItems = z.readonly(
  z.array(itemRef).check(z.minLength(1), z.maxLength(collectionLimits.itemsAtOnce)),
);
/** Texts of any length a person may paste: what is too long is said in words of its own. */
const anyText = z.string().check(z.maxLength(100_000));
const collectionLook = {
  name: anyText,
  icon: z.nullable(z.enum(collectionIcons)),
  colour: z.nullable(z.enum(collectionColours)),
  note: z.nullable(anyText),
};
const forStep = z.strictObject({ step: z.nullable(stepId) });
/** Of a change in parts: the step of those before, as long as it is the last one. Else `undoOvertaken`. */
const step = z.exactOptional(stepId);

/** What a page may ask of local collections, and of undo. */
export const collectionRequests = {
  'collections.list': route<CollectionsState>()(nothing),
  /**
   * `position` counts among its siblings, null is the end. With `items` it holds them from the start, as one step.
   * `collectionNameMissing`, `collectionNameTooLong`, `collectionNoteTooLong`, `collectionsTooMany`, `collectionTooDeep`.
   */
  'collections.create': route<Collection>()(
    z.strictObject({
      ...collectionLook,
      parentId: z.nullable(collectionId),
      position: z.nullable(position),
      view: z.nullable(view),
      items: z.exactOptional(manyItems),
    }),
  ),
  /** Changes what it names and leaves the rest. `view` is of smart ones alone: `collectionNotSmart`. */
  'collections.edit': route<Collection>()(
    z.strictObject({
      id: collectionId,
      name: z.exactOptional(collectionLook.name),
      icon: z.exactOptional(collectionLook.icon),
      colour: z.exactOptional(collectionLook.colour),
      note: z.exactOptional(collectionLook.note),
      view: z.exactOptional(view),
    }),
  ),
  /** `position` counts from 0 among the siblings without itself. `collectionInsideItself`, `collectionTooDeep`. */
  'collections.move': route<CollectionsState>()(
    z.strictObject({ id: collectionId, parentId: z.nullable(collectionId), position }),
  ),
  /** With all that is below it. */
  'collections.trash': route<CollectionsState>()(forCollection),
  /** To where it was; to the top when what it was in is not there any more. */
  'collections.restore': route<CollectionsState>()(forCollection),
  'collections.emptyTrash': route<CollectionsState>()(nothing),
  /** `position` counts in the person's order, null is the end. `collectionSmart`, `collectionTooLarge`. */
  'collections.add': route<FiledItems>()(
    z.strictObject({ id: collectionId, items: manyItems, position: z.nullable(position), step }),
  ),
  /** Answers how many it had. Removing what is not there is no error. */
  'collections.remove': route<number>()(z.strictObject({ id: collectionId, items: manyItems, step })),
  /**
   * Files them in `to`, and takes them out of `from` unless they are copied. One step. `position` counts in the person's
   * order, null is the end.
   */
  'collections.transfer': route<FiledItems>()(
    z.strictObject({
      from: collectionId,
      to: collectionId,
      items: manyItems,
      isCopy: z.boolean(),
      position: z.nullable(position),
      step,
    }),
  ),
  /**
   * Puts these items of it, in this order, together at a place that counts in the list without them. How many: 0 where they
   * stand so already.
   */
  'collections.arrange': route<number>()(z.strictObject({ id: collectionId, items: manyItems, position })),
  /** Of one filled by hand; a smart one is asked for with `items.list`: `collectionSmart`. */
  'collections.items': route<CollectionPage>()(
    z.strictObject({
      id: collectionId,
      search: z.string().check(z.maxLength(20_000)),
      sort: z.enum(collectionSorts),
      page: z.int().check(z.nonnegative()),
    }),
  ),
  /** Which collections have some of these items, and how many of them. */
  'collections.of': route<readonly CollectionShare[]>()(z.strictObject({ items: manyItems })),
  /** Asks where to. These with all that is below them, null is all; null when the person thinks better of it. */
  'collections.export': route<ExportOutcome | null>()(
    z.strictObject({
      ids: z.nullable(z.array(collectionId).check(z.minLength(1), z.maxLength(collectionLimits.collections))),
      format: z.enum(exportFormats),
    }),
  ),
  /** Of a file the person is asked for (null when they think better of it), or of a text they pasted. */
  'collections.previewImport': route<ImportPreview | null>()(
    z.strictObject({
      source: z.union([
        z.literal('file'),
        z.strictObject({ text: z.string().check(z.maxLength(collectionLimits.fileBytes)) }),
      ]),
    }),
  ),
  /** All of the preview or nothing of it, as one step. `name` is of use where the preview has one collection alone. */
  'collections.import': route<ImportOutcome>()(
    z.strictObject({
      token: z.int().check(z.positive()),
      parentId: z.nullable(collectionId),
      name: z.nullable(anyText),
    }),
  ),

  'undo.state': route<UndoState>()(nothing),
  /** The last step, or with its id that step as long as it is the last: `undoOvertaken`, `nothingToUndo`. */
  'undo.undo': route<UndoState>()(forStep),
  'undo.redo': route<UndoState>()(forStep),
} as const;
