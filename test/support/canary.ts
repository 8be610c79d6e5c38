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
  // Where nothing has to be escaped the address is the plain form, and reported as that.
  const inAddress = encoded === half ? [] : [encoded, lowerEscapes(encoded)];
  const texts: Record<Exclude<SecretForm, 'utf-16'>, string[]> = {
    plain: [half],
    base64: [0, 1, 2].flatMap((offset) => base64Of(bytes, offset)),
    hex: [hex, hex.toUpperCase()],
    url: [...inAddress, escapeAll(hex), escapeAll(hex.toUpperCase())],
  };
  return [
    ...Object.entries(texts).flatMap(([form, forms]) =>
      forms.map((text) => ({ form: form as SecretForm, needle: Buffer.from(text) })),
    ),
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
