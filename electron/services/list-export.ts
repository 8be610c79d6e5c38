import { basename } from 'node:path';
import type { ActivityList } from '../../shared/activity.ts';
import { AppError } from '../../shared/errors.ts';
import type { ExportProgress } from '../../shared/exports.ts';
import type { ActivityRecords } from '../library/exports/activity-rows.ts';
import type { ExportWish } from '../library/exports/list-exports.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { inSlices } from '../sync/in-slices.ts';
import { NewFile } from './new-file.ts';

export interface ListExportOptions {
  readonly library: Pick<RemoteLibrary, 'listExports'>;
  /** Answers null when the person thinks better of it. */
  readonly chooseFile: (wish: Pick<ExportWish, 'format' | 'title'>) => Promise<string | null>;
  readonly showFile: (path: string) => null;
  /** The lists of Activity, which the library does not have. */
  readonly readActivity: (list: ActivityList) => Promise<ActivityRecords>;
}

interface Begun {
  readonly number: number;
  readonly file: NewFile;
  readonly path: string;
  readonly total: number;
  readonly parts: number;
  written: number;
  done: number;
  /** In the file. */
  rows: number;
  /** The next part, asked for while the one before is written. */
  reading: ReturnType<RemoteLibrary['listExports']['part']>;
}

// Often enough to show how far it has come, seldom enough to be quick.
const stepMs = 120;

/** Lists to files the person chooses, part by part: one export at a time, and no file until there is all of it. */
export class ListExport {
  readonly #options: ListExportOptions;
  #numbers = 0;
  #begun: Begun | null = null;
  #written: string | null = null;
  /** What was asked for before: one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ListExportOptions) {
    this.#options = options;
  }

  /** Null when the person thinks better of it. Gives up what was begun before and is not done. Throws as `NewFile`. */
  async begin(wish: ExportWish): Promise<ExportProgress | null> {
    const path = await this.#options.chooseFile(wish);
    return path === null ? null : this.#inTurn(() => this.#begin(path, wish));
  }

  /** Writes some more of it; on its last call the file is there. Throws `exportForgotten`, and as `NewFile`. */
  go(number: number): Promise<ExportProgress> {
    return this.#inTurn(async () => {
      const begun = this.#begun;
      if (begun?.number !== number) throw new AppError('exportForgotten', 'Another export was begun since');
      try {
        return await this.#go(begun);
      } catch (thrown) {
        await this.#discard();
        throw thrown;
      }
    });
  }

  cancel(number: number): Promise<null> {
    return this.#inTurn(async () => {
      if (this.#begun?.number === number) await this.#discard();
      return null;
    });
  }

  /** Throws `exportForgotten` where nothing was exported in this run. */
  show(): null {
    if (!this.#written) throw new AppError('exportForgotten', 'Nothing was exported yet');
    return this.#options.showFile(this.#written);
  }

  /** Leaves nothing half written. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#discard());
  }

  async #begin(path: string, wish: ExportWish): Promise<ExportProgress> {
    await this.#discard();
    const { library, readActivity } = this.#options;
    const { listExports } = library;
    const number = ++this.#numbers;
    const file = await NewFile.begin(path);
    try {
      const { list } = wish;
      const records = list.kind === 'activity' ? await readActivity(list.list) : {};
      const { total, parts } = await inSlices(() => listExports.tryBegin(number, { ...wish, records }));
      const reading = this.#read(number, 0);
      this.#begun = { number, file, path, total, parts, written: 0, done: 0, rows: 0, reading };
      return { number, done: 0, total, file: null };
    } catch (thrown) {
      await file.discard();
      throw thrown;
    }
  }

  async #go(begun: Begun): Promise<ExportProgress> {
    const { number, file, path, total, parts } = begun;
    for (const end = performance.now() + stepMs; begun.written < parts && performance.now() < end;) {
      const { text, rows, done } = await begun.reading;
      begun.written += 1;
      if (begun.written < parts) begun.reading = this.#read(number, begun.written);
      await file.write(text);
      begun.done = done;
      begun.rows += rows;
    }
    if (begun.written < parts) return { number, done: begun.done, total, file: null };
    await file.finish();
    this.#begun = null;
    this.#written = path;
    await this.#options.library.listExports.end(number);
    return { number, done: begun.rows, total, file: basename(path) };
  }

  #read(number: number, index: number): Begun['reading'] {
    const reading = this.#options.library.listExports.part(number, index);
    // Who waits for it is told; perhaps nobody does any more.
    reading.catch(() => undefined);
    return reading;
  }

  async #discard(): Promise<void> {
    const begun = this.#begun;
    if (!begun) return;
    this.#begun = null;
    await begun.file.discard();
    // The library may be closed by now.
    await this.#options.library.listExports.end(begun.number).catch(() => undefined);
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const own = this.#last.then(task);
    this.#last = own.catch(() => undefined);
    return own;
  }
}
