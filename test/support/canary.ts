/** How a secret can be written down. */
export type SecretForm = 'plain' | 'utf-16' | 'base64' | 'hex' | 'url';

/**
 * Every form in which the secret, or its first or second half, is in the bytes. Halves, because what is cut off in a
 * message still opens doors; base64 at any of the three places a secret can begin in it.
 */
export function findSecret(bytes: Uint8Array, secret: string): SecretForm[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = needlesOf(secret).filter(({ needle }) => haystack.includes(needle));
  return [...new Set(found.map(({ form }) => form))];
}

interface Needle {
  readonly form: SecretForm;
  readonly needle: Buffer;
}

const shortest = 12;
const known = new Map<string, readonly Needle[]>();

function needlesOf(secret: string): readonly Needle[] {
  const middle = Math.ceil(secret.length / 2);
  if (middle < shortest) throw new Error(`A canary of ${secret.length} characters would be found by chance`);
  const needles =
    known.get(secret) ?? [secret.slice(0, middle), secret.slice(middle)].flatMap((half) => formsOf(half));
  known.set(secret, needles);
  return needles;
}

function formsOf(half: string): Needle[] {
  const bytes = Buffer.from(half);
  const hex = bytes.toString('hex');
  const encoded = encodeURIComponent(half);
  const texts: [SecretForm, string][] = [
    ['plain', half],
    ...[0, 1, 2].flatMap((offset) => base64Of(bytes, offset).map((text) => ['base64', text] as const)),
    ['hex', hex],
    ['hex', hex.toUpperCase()],
    // Where nothing has to be escaped this is the plain form, and reported as that.
    ...(encoded === half ? [] : [encoded, lowerEscapes(encoded)].map((text) => ['url', text] as const)),
    ['url', escapeAll(hex)],
    ['url', escapeAll(hex.toUpperCase())],
  ].map(([form, text]) => [form as SecretForm, text as string]);
  return [
    ...texts.map(([form, text]) => ({ form, needle: Buffer.from(text) })),
    { form: 'utf-16', needle: Buffer.from(half, 'utf16le') },
  ];
}

/** The characters that depend on nothing before or after the bytes, when `offset` bytes of a group of three precede. */
function base64Of(bytes: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
  const text = padded.toString('base64').replace(/=+$/, '');
  const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
  return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
}

function lowerEscapes(encoded: string): string {
  return encoded.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

function escapeAll(hex: string): string {
  return hex.replaceAll(/../g, '%$&');
}
