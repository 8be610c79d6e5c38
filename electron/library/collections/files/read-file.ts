import { AppError } from '../../../../shared/errors.ts';
import { checkSize, type FileContent } from './collection-file.ts';
import { fromCsvFile, isCsvFile } from './csv-file.ts';
import { fromJsonFile } from './json-file.ts';
import { fromList } from './list-file.ts';

/**
 * What a text holds, of whichever kind it is. `name` is for collections it does not name itself. Throws `importUnreadable`,
 * `importNewer`, `importTooLarge`, `importEmpty`.
 */
export function readFileText(given: string, name: string): FileContent {
  const text = given.replace(/^\ufeff/, '');
  const content = contentOf(text, name);
  checkSize(content.collections);
  if (content.collections.length > 0 || (content.format === 'json' && content.problems.count > 0))
    return content;
  if (content.problems.count > 0) throw new AppError('importUnreadable', 'No id in any line');
  throw new AppError('importEmpty', 'No collection and no item');
}

function contentOf(text: string, name: string): FileContent {
  if (/^\s*[[{]/.test(text)) return fromJsonFile(text);
  return isCsvFile(text) ? fromCsvFile(text, name) : fromList(text, name);
}
