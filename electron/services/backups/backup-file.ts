import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { KeptCounts } from '../../../shared/backups.ts';
import { AppError } from '../../../shared/errors.ts';
import { NewFile } from '../new-file.ts';

/** What stands at the beginning of a backup. */
export interface Manifest {
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** Of the Satchel that made it. */
  readonly version: string;
  /** Steps of keep.db's schema. */
  readonly schema: number;
  readonly counts: KeptCounts;
  /** Of the database behind the manifest: its size, and its SHA-256 in hex. */
  readonly bytes: number;
  readonly sha256: string;
}

const magic = 'Satchel backup ';
const version = 1;
const longestHead = 16 * 1024;
export const mostBackupBytes = 16 * 1024 ** 3;
const partBytes = 1024 * 1024;

const count = z.int().check(z.nonnegative());
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const manifestSchema = z.object({
  savedAt: count,
  version: z.string().check(z.maxLength(60)),
  schema: count,
  counts: z.object({
    ...{ accounts: count, collections: count, filedItems: count, savedViews: count },
    ...{ timelineEvents: count, outboxChanges: count, undoSteps: count },
    // Not counted by the first Satchels.
    ...{ ownershipLines: z._default(count, 0), collectibleDays: z._default(count, 0) },
  }),
  bytes: count,
  sha256: hash,
});

/**
 * Writes a backup, version 1: a line `Satchel backup 1`, a line of JSON (the manifest), a line with the SHA-256 of those two
 * lines in hex, and then the SQLite database that `path` is. A later version that this one could misread has a higher
 * number. `target` is left to be finished. Returns how many bytes it has.
 */
export async function writeBackup(
  path: string,
  target: NewFile,
  facts: Omit<Manifest, 'bytes' | 'sha256'>,
): Promise<number> {
  const { bytes, sha256 } = await hashFrom(path, 0);
  const manifest: Manifest = { ...facts, bytes, sha256 };
  const lines = `${magic}${version}\n${JSON.stringify(manifest)}\n`;
  const head = Buffer.from(`${lines}${hashOf(lines)}\n`, 'latin1');
  await target.write(head);
  const written = await hashFrom(path, 0, (part) => target.write(part));
  if (written.sha256 !== sha256) throw new AppError('storageFailed', 'The copy changed while it was written');
  return head.length + bytes;
}

/** Looks at the beginning of a backup. Throws `backupEmpty`, `backupUnreadable`, `backupNewer`, `backupDamaged`, `backupTooLarge`. */
export async function readManifest(path: string): Promise<{ manifest: Manifest; start: number }> {
  const { head, size } = await readHead(path);
  if (size === 0) throw new AppError('backupEmpty', 'It has no bytes');
  const [first = ''] = head.split('\n', 1);
  const number = /^Satchel backup (\d{1,9})$/.exec(first)?.[1];
  if (number === undefined) {
    // What is left of one that was cut off in its first line.
    if (`${magic}${version}\n`.startsWith(head))
      throw new AppError('backupDamaged', 'It ends in its first line');
    throw new AppError('backupUnreadable', 'It does not begin as one');
  }
  const [, text = '', sum = '', rest] = head.split('\n', 4);
  const isWhole = rest !== undefined && hashOf(`${first}\n${text}\n`) === sum;
  // Of a newer one no more is known than that line.
  if (Number(number) > version)
    throw new AppError('backupNewer', `Version ${number}, this Satchel knows ${version}`);
  const parsed = isWhole ? manifestSchema.safeParse(JSON.parse(text)) : null;
  if (!parsed?.success) throw new AppError('backupDamaged', 'Its manifest is not what was written');
  const start = Buffer.byteLength(`${first}\n${text}\n${sum}\n`);
  const manifest = parsed.data;
  if (manifest.bytes > mostBackupBytes) throw new AppError('backupTooLarge', `${manifest.bytes} bytes`);
  if (size !== start + manifest.bytes)
    throw new AppError('backupDamaged', `${size} bytes, not all there were`);
  return { manifest, start };
}

/** Takes the database out of a backup, if it is what was written. Throws as `readManifest` and `NewFile`. */
export async function unpackBackup(path: string, target: string): Promise<Manifest> {
  const { manifest, start } = await readManifest(path);
  const file = await NewFile.begin(target);
  try {
    const { sha256 } = await hashFrom(path, start, (part) => file.write(part));
    if (sha256 !== manifest.sha256)
      throw new AppError('backupDamaged', 'Its database is not what was written');
    await file.finish();
  } catch (thrown) {
    await file.discard();
    throw thrown;
  }
  return manifest;
}

async function hashFrom(
  path: string,
  start: number,
  use: (part: Uint8Array) => Promise<void> = () => Promise.resolve(),
): Promise<{ bytes: number; sha256: string }> {
  const hashing = createHash('sha256');
  let bytes = 0;
  const parts = createReadStream(path, { start, highWaterMark: partBytes }) as AsyncIterable<Uint8Array>;
  for await (const part of parts) {
    hashing.update(part);
    bytes += part.length;
    await use(part);
  }
  return { bytes, sha256: hashing.digest('hex') };
}

async function readHead(path: string): Promise<{ head: string; size: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0);
      return { head: buffer.toString('latin1', 0, bytesRead), size };
    } finally {
      await file.close();
    }
  } catch {
    throw new AppError('fileUnreadable', 'The file system gives it to nobody');
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
