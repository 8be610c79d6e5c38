import { collectionLimits } from '../../../shared/collections.ts';
import { AppError } from '../../../shared/errors.ts';

/** A name as it is kept: one line, trimmed. Throws `collectionNameMissing`, `collectionNameTooLong`. */
export function toName(text: string): string {
  const name = text.toWellFormed().replaceAll(/\s+/gu, ' ').trim();
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(name))
    throw new AppError('collectionNameMissing', 'A name with nothing to read');
  if (lengthOf(name) > collectionLimits.name)
    throw new AppError('collectionNameTooLong', `A name of ${lengthOf(name)} characters`);
  return name;
}

/** A note as it is kept, null for none. Throws `collectionNoteTooLong`. */
export function toNote(text: string | null): string | null {
  const note = (text ?? '').toWellFormed().trim();
  if (lengthOf(note) > collectionLimits.note)
    throw new AppError('collectionNoteTooLong', `A note of ${lengthOf(note)} characters`);
  return note === '' ? null : note;
}

/** What a person counts as characters, nearly: an emoji is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
