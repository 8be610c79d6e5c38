import { collectionColours, collectionIcons, collectionLimits } from '../../../../shared/collections.ts';
import { AppError } from '../../../../shared/errors.ts';
import { itemTypes } from '../../../../shared/items.ts';
import { toNote } from '../collection-text.ts';
import { Problems, type FileCollection, type FileContent, type FileItem } from './collection-file.ts';
import { readView } from './read-view.ts';

const format = 'satchel.collections';
const version = 1;

/**
 * Collections as JSON, version 1:
 * `{ format: "satchel.collections", version: 1, exportedAt: ISO date, collections: [collection] }`, where a collection is
 * `{ id, name, icon, colour, note, view, items: [{ type, id, name, assetType }], collections: [collection] }`, items in the
 * person's order. All but the name may be missing or null. `view` is what a smart collection shows. A later version that
 * this one could misread has a higher number.
 */
export function toJsonFile(collections: readonly FileCollection[], at: number): string {
  const exportedAt = new Date(at).toISOString();
  return `${JSON.stringify({ format, version, exportedAt, collections }, null, 1)}\n`;
}

/** Throws `importUnreadable`, `importNewer`. */
export function fromJsonFile(text: string): FileContent {
  const file = parse(text);
  if (!isRecord(file) || file['format'] !== format || !Number.isInteger(file['version']))
    throw new AppError('importUnreadable', 'JSON, but not of collections');
  if (Number(file['version']) > version)
    throw new AppError('importNewer', `Version ${Number(file['version'])}, this Satchel knows ${version}`);
  const problems = new Problems();
  return { format: 'json', collections: readAll(file['collections'], 'collections', 1, problems), problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('importUnreadable', 'Not JSON');
  }
}

function readAll(value: unknown, path: string, level: number, problems: Problems): FileCollection[] {
  if (value == null) return [];
  if (!Array.isArray(value)) {
    problems.add(path, 'notACollection', value);
    return [];
  }
  if (level > collectionLimits.levels && value.length > 0) {
    problems.add(path, 'tooDeep', '');
    return [];
  }
  return value.flatMap((one, index) => readOne(one, `${path}[${index}]`, level, problems) ?? []);
}

function readOne(value: unknown, path: string, level: number, problems: Problems): FileCollection | null {
  if (!isRecord(value) || typeof value['name'] !== 'string') {
    problems.add(path, 'notACollection', value);
    return null;
  }
  const name = problems.nameAt(path, value['name']) ?? '';
  const items = value['items'] ?? [];
  const view = value['view'] == null ? null : readView(value['view']);
  if (value['view'] != null && !view) problems.add(`${path}.view`, 'viewInvalid', value['view']);
  if (!Array.isArray(items)) problems.add(`${path}.items`, 'notAnItem', items);
  return {
    name,
    id: typeof value['id'] === 'number' ? value['id'] : null,
    // One this Satchel has no picture or colour for is still the same collection.
    icon: collectionIcons.find((icon) => icon === value['icon']) ?? null,
    colour: collectionColours.find((colour) => colour === value['colour']) ?? null,
    note: readNote(value['note'], path, problems),
    view,
    items: Array.isArray(items)
      ? items.flatMap((item, index) => readItem(item, `${path}.items[${index}]`, problems) ?? [])
      : [],
    collections: readAll(value['collections'], `${path}.collections`, level + 1, problems),
  };
}

function readNote(value: unknown, path: string, problems: Problems): string | null {
  try {
    return toNote(typeof value === 'string' ? value : null);
  } catch {
    problems.add(`${path}.note`, 'noteTooLong', value);
    return null;
  }
}

function readItem(value: unknown, path: string, problems: Problems): FileItem | null {
  const type = isRecord(value) ? itemTypes.find((known) => known === value['type']) : undefined;
  if (!isRecord(value) || !type || !Number.isSafeInteger(value['id']) || Number(value['id']) < 1) {
    problems.add(path, 'notAnItem', value);
    return null;
  }
  const { id, name, assetType } = value;
  return {
    type,
    id: Number(id),
    name: typeof name === 'string' && name !== '' ? name : null,
    assetType: Number.isSafeInteger(assetType) ? Number(assetType) : null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
