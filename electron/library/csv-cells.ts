/** Begins a file of CSV: without it spreadsheets take the letters of other alphabets for something else. */
export const utf8Mark = '\uFEFF';

// A spreadsheet takes what begins like this for a formula.
const formula = /^'*[=+\-@\t\r]/;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** Cells as lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe; a number is one. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

/** The rows of a CSV text, whose cells are parted by the character the first line uses. An open quote ends with the text. */
export function fromCsv(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const [head = ''] = text.split(/[\r\n]/, 1);
  const separator = [';', '\t'].find((sign) => head.includes(sign) && !head.includes(',')) ?? ',';
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  const endOf = (start: number): number => {
    end.lastIndex = start;
    return end.exec(text)?.index ?? text.length;
  };
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    const isQuoted = text[at] === '"';
    const close = isQuoted ? closingQuote(text, at + 1) : endOf(at);
    cells.push(fromCell(isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, close)));
    // What stands after a closing quote belongs to nothing.
    at = endOf(close);
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push({ line, cells });
    line += 1 + cells.join('').split('\n').length - 1;
    cells = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows.filter(({ cells: found }) => found.some(Boolean));
}

/** Where the quote is that closes a text. Two are one of the text. An expression has no room for many million characters. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

function toCell(text: string | number): string {
  if (typeof text === 'number') return String(text);
  const safe = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes off the apostrophe that `toCell` put before a formula. */
function fromCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
