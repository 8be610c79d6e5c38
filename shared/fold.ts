const marks = /\p{Mark}/gu;

/** A name as search and sorting compare it: without case, accents or compatibility forms. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').toLowerCase();
}
