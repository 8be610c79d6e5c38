import { open, unlink } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';

/**
 * Writes a file where there is none yet, whole and on the disk before it answers. Throws `fileExists`, and
 * `fileUnwritable`, which leaves nothing half written.
 */
export async function writeNewFile(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx').catch((thrown: unknown) => {
    const isThere = isSystemError(thrown) && thrown.code === 'EEXIST';
    throw new AppError(isThere ? 'fileExists' : 'fileUnwritable', messageOf(thrown));
  });
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
  } catch (thrown) {
    await file.close().catch(() => undefined);
    await unlink(path).catch(() => undefined);
    throw new AppError('fileUnwritable', messageOf(thrown));
  }
}

function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown;
}

/** Without the path: messages reach the log. */
function messageOf(thrown: unknown): string {
  return isSystemError(thrown) ? `The file system says ${thrown.code}` : 'The file system refused';
}
