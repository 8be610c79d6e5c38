import { randomBytes } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const unfinished = /^\.satchel-[0-9a-f]{12}\.part$/;
// Another computer may be writing into the same folder, and may have slept meanwhile.
const abandonedAfterMs = 7 * 24 * 60 * 60_000;

/** What a file is called until it is finished: nobody but Satchel has such a name. */
export function unfinishedName(): string {
  return `.satchel-${randomBytes(6).toString('hex')}.part`;
}

/** Removes from a folder what a Satchel that was killed left there unfinished. Never rejects. */
export async function removeAbandoned(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files.filter((name) => unfinished.test(name))) {
    const path = join(folder, file);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && Date.now() - found.mtimeMs > abandonedAfterMs)
      await unlink(path).catch(() => undefined);
  }
}
