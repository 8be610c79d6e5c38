const letters = new Intl.Segmenter('en');

/** How long a text is, in characters as a person counts them. */
export function lengthOf(text: string): number {
  return [...letters.segment(text)].length;
}
