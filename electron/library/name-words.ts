const wordCharacter = /[\p{L}\p{N}]/u;
const betweenWords = /[^\p{L}\p{N}]+/u;

/** The words of a folded name: what stands between spaces, dashes, brackets, … */
export function wordsOf(name: string): string[] {
  return name.split(betweenWords).filter(Boolean);
}

/** Whether what stands at `index` begins a word, or is no word at all. */
export function isWordStart(text: string, index: number): boolean {
  if (index === 0) return true;
  const before = text.charCodeAt(index - 1);
  if (before < 128) return !isPlainWordCharacter(before);
  const isPair = before >= 0xdc00 && before < 0xe000;
  return !wordCharacter.test(text.slice(isPair ? index - 2 : index - 1, index));
}

/** Digits and lower case letters: names are folded. */
function isPlainWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
