import { readItemText } from '../../../../shared/item-text.ts';
import { emptyCollection, Problems, type FileContent } from './collection-file.ts';

/** A list of ids or addresses, one or more to a line. `name` is what the collection of them is called. */
export function fromList(text: string, name: string): FileContent {
  const problems = new Problems();
  const collection = emptyCollection(name);
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const word of line.split(/[\s,;]+/).filter(Boolean)) {
      const item = readItemText(word);
      if (item) collection.items.push({ ...item, name: null, assetType: null });
      else problems.add(String(index + 1), 'notAnItem', word);
    }
  }
  return { format: 'list', collections: collection.items.length > 0 ? [collection] : [], problems };
}
