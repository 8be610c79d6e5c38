import { link, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { removeAbandoned, unfinishedName } from './abandoned-files.ts';

// What a person can do something about; anything else is `fileUnwritable`.
const causes: Readonly<Record<string, ErrorCode>> = {
  EEXIST: 'fileExists',
  ENOSPC: 'fileDiskFull',
  EDQUOT: 'fileDiskFull',
  EFBIG: 'fileDiskFull',
  EROFS: 'folderReadOnly',
  EACCES: 'folderReadOnly',
  EPERM: 'folderReadOnly',
  ENOENT: 'folderGone',
  ENOTDIR: 'folderGone',
};
// Some file systems have no second names for a file.
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/**
 * A file where there is none yet, written beside its place and put there whole. Everything throws `fileExists`,
 * `fileDiskFull`, `folderReadOnly`, `folderGone` or `fileUnwritable`; what was begun is to be finished or discarded.
 */
export class NewFile {
  readonly #path: string;
  readonly #unfinished: string;
  readonly #file: FileHandle;
  #isOpen = true;

  private constructor(path: string, unfinished: string, file: FileHandle) {
    this.#path = path;
    this.#unfinished = unfinished;
    this.#file = file;
  }

  static async begin(path: string): Promise<NewFile> {
    return worded(async () => {
      const there = await stat(path).catch(() => null);
      if (there) throw new AppError('fileExists', 'There is one of that name');
      const unfinished = join(dirname(path), unfinishedName());
      await removeAbandoned(dirname(path));
      return new NewFile(path, unfinished, await open(unfinished, 'wx'));
    });
  }

  /** Answers when the operating system has taken it: whoever waits for that never has more of it in memory. */
  async write(part: string | Uint8Array): Promise<void> {
    await worded(() => this.#file.appendFile(part));
  }

  /** Puts it in its place, on the disk before it answers. */
  async finish(): Promise<void> {
    await worded(async () => {
      await this.#file.sync();
      await this.#close();
      await this.#putInPlace();
      await syncFolder(dirname(this.#path));
    });
  }

  /** Leaves nothing behind. Never rejects. */
  async discard(): Promise<void> {
    await this.#close().catch(() => undefined);
    await unlink(this.#unfinished).catch(() => undefined);
  }

  async #putInPlace(): Promise<void> {
    try {
      // Unlike a new name, a second one never takes the place of another file.
      await link(this.#unfinished, this.#path);
    } catch (thrown) {
      if (!withoutLinks.has(codeOf(thrown))) throw thrown;
      await (await open(this.#path, 'wx')).close();
      await rename(this.#unfinished, this.#path);
      return;
    }
    await unlink(this.#unfinished).catch(() => undefined);
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#file.close();
  }
}

/** Writes a file where there is none yet, whole and on the disk before it answers. Throws as `NewFile`. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  const file = await NewFile.begin(path);
  try {
    await file.write(text);
    await file.finish();
  } catch (thrown) {
    await file.discard();
    throw thrown;
  }
}

async function worded<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const code = codeOf(thrown);
    // Without the path: messages reach the log.
    throw new AppError(causes[code] ?? 'fileUnwritable', `The file system says ${code || 'no'}`);
  }
}

/** Not every system lets a folder be written through; the file itself is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
