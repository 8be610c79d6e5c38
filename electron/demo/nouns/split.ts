/** Splits a list of words; a hyphen stands for the space inside a word of two. */
export function split(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('-', ' '));
}
