import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  collectionLimits,
  type ExportFormat,
  type ExportOutcome,
  type ImportPreview,
} from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import { en } from '../../shared/locales/en.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { writeNewFile } from './new-file.ts';

export interface CollectionExchangeOptions {
  readonly files: RemoteLibrary['collectionFiles'];
  /** Both answer null when the person thinks better of it. */
  readonly chooseExportFile: (format: ExportFormat) => Promise<string | null>;
  readonly chooseImportFile: () => Promise<string | null>;
}

/** Collections to and from files the person chooses. */
export class CollectionExchange {
  readonly #options: CollectionExchangeOptions;

  constructor(options: CollectionExchangeOptions) {
    this.#options = options;
  }

  /** Throws `collectionUnknown`, `fileExists`, `fileUnwritable`. */
  async export(ids: readonly number[] | null, format: ExportFormat): Promise<ExportOutcome | null> {
    const { text, ...written } = await this.#options.files.write(ids, format);
    const path = await this.#options.chooseExportFile(format);
    if (path === null) return null;
    await writeNewFile(path, text);
    return { file: basename(path), ...written };
  }

  /** Throws `fileUnreadable`, `importTooLarge`, and what the text is refused for. */
  async previewImport(source: 'file' | { readonly text: string }): Promise<ImportPreview | null> {
    if (source !== 'file') return this.#options.files.preview(source.text, en.fileDialogs.pastedName);
    const path = await this.#options.chooseImportFile();
    if (path === null) return null;
    return this.#options.files.preview(await readText(path), nameOf(path));
  }
}

/** What a file of a list is called is what its collection is called. */
function nameOf(path: string): string {
  return basename(path, extname(path)).trim().slice(0, collectionLimits.name) || en.fileDialogs.pastedName;
}

async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('importUnreadable', 'Not a text');
  }
}

/** The size is asked first: what is too large never comes into memory. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > collectionLimits.fileBytes) throw new AppError('importTooLarge', `A file of ${size} bytes`);
    return await readFile(path);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('fileUnreadable', 'The file system refused');
  }
}
