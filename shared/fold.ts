const marks = /\p{Mark}/gu;
const gaps = /[\s\p{Cc}]+/gu;

/**
 * A name as search and sorting compare it: without case, accents or compatibility forms, on one line, and without halves
 * of characters, which no database keeps.
 */
export function fold(text: string): string {
  return text.toWellFormed().normalize('NFKD').replace(marks, '').toLowerCase().replace(gaps, ' ').trim();
}
