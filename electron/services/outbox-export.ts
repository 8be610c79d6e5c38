import { basename } from 'node:path';
import type { OutboxExport } from '../../shared/outbox.ts';
import { toCsv, utf8Mark } from '../library/csv-cells.ts';
import { outboxCells } from '../sync/outbox/outbox-text.ts';
import type { ProfileOutbox } from '../sync/outbox/profile-outbox.ts';
import { writeNewFile } from './new-file.ts';

/** Writes the outbox as a table. Throws `fileExists`, `fileUnwritable`; null when the person thinks better of it. */
export async function exportOutbox(
  outbox: Pick<ProfileOutbox, 'list'>,
  chooseFile: () => Promise<string | null>,
): Promise<OutboxExport | null> {
  const path = await chooseFile();
  if (path === null) return null;
  const changes = await outbox.list();
  await writeNewFile(path, utf8Mark + toCsv(outboxCells(changes)));
  return { file: basename(path), changes: changes.length };
}
