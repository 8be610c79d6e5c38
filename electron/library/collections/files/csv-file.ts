import { collectionLimits } from '../../../../shared/collections.ts';
import { readItemText, toRef } from '../../../../shared/item-text.ts';
import { itemTypes, type ItemRef } from '../../../../shared/items.ts';
import { itemPage } from '../../../roblox/item-page.ts';
import { emptyCollection, Problems, type FileCollection, type FileContent } from './collection-file.ts';
import { fromCsv, toCsv, utf8Mark } from '../../csv-cells.ts';

const columns = ['Collection', 'Type', 'Id', 'Name', 'Link'] as const;
const longestPath = 100_000;

/**
 * Collections as a table, one line for each item: the collection (a path, its parts parted by `/`, a slash or backslash of
 * a name after a backslash), type, id, name and address. One that is empty has a line of its own. Notes, icons, colours and smart
 * collections are in JSON alone.
 */
export function toCsvFile(collections: readonly FileCollection[]): string {
  return utf8Mark + toCsv([columns, ...rowsOf(collections, '')]);
}

/** Whether a text begins with the head of a table that has ids. */
export function isCsvFile(text: string): boolean {
  return columnsIn(fromCsv(text.slice(0, 10_000).split(/\r|\n/, 1)[0] ?? '')[0]?.cells ?? []).has('id');
}

/** `name` is what the collection of lines is called that name none. */
export function fromCsvFile(text: string, name: string): FileContent {
  const problems = new Problems();
  const top: FileCollection[] = [];
  const [head, ...rows] = fromCsv(text);
  const places = columnsIn(head?.cells ?? []);
  const known = new Map<string, FileCollection>();
  for (const { line, cells } of rows) {
    const cell = (column: string) => cells[places.get(column) ?? -1]?.trim() ?? '';
    const path = cell('collection');
    const collection =
      known.get(path) ?? open(top, path === '' ? [name] : partsOf(path), String(line), problems);
    known.set(path, collection);
    if (cell('id') === '' && cell('type') === '') continue;
    const item = readItem(cell('type'), cell('id'));
    if (item) collection.items.push({ ...item, name: cell('name') || null, assetType: null });
    else problems.add(String(line), 'notAnItem', cells.join(','));
  }
  return { format: 'csv', collections: top, problems };
}

function rowsOf(collections: readonly FileCollection[], above: string): string[][] {
  return collections
    .filter(({ view, collections: below }) => !view || below.length > 0)
    .flatMap(({ name, items, collections: below }) => {
      const path = above + name.replaceAll(/[\\/]/g, '\\$&');
      const own = items.map(({ type, id, name: itemName, assetType }) => [
        ...[
          path,
          type,
          String(id),
          itemName ?? '',
          type === 'Avatar' ? '' : itemPage({ type, id }, assetType),
        ],
      ]);
      const isBare = own.length === 0 && below.length === 0;
      return [...(isBare ? [[path, '', '', '', '']] : own), ...rowsOf(below, `${path}/`)];
    });
}

function columnsIn(head: readonly string[]): Map<string, number> {
  return new Map(head.map((name, index) => [name.trim().toLowerCase(), index]));
}

function partsOf(path: string): string[] {
  // What an open quote makes of a table: no name, and more than an expression has room for.
  if (path.length > longestPath) return [path];
  return [...path.matchAll(/((?:\\[\\/]|[^/])*)(?:\/|$)/g)]
    .map(([, part = '']) => part.replaceAll(/\\([\\/])/g, '$1'))
    .slice(0, -1);
}

/** The collection of a path, which is made where it is not there. */
function open(
  top: FileCollection[],
  parts: readonly string[],
  place: string,
  problems: Problems,
): FileCollection {
  if (parts.length > collectionLimits.levels) problems.add(place, 'tooDeep', parts.join('/'));
  let found = emptyCollection('');
  let siblings = top;
  for (const part of parts.slice(0, collectionLimits.levels)) {
    const name = problems.nameAt(place, part) ?? '';
    const known = siblings.find((one) => one.name === name);
    found = known ?? emptyCollection(name);
    if (!known) siblings.push(found);
    siblings = found.collections;
  }
  return found;
}

function readItem(type: string, id: string): ItemRef | null {
  if (type === '') return readItemText(id);
  const found = itemTypes.find((known) => known.toLowerCase() === type.toLowerCase());
  return found ? toRef(found, id) : null;
}
