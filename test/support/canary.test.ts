import { describe, expect, it } from 'vitest';
import { findSecret, type SecretForm } from './canary.ts';

const secret = 'CANARY+4f/9b%2d=7|e1:0c5A~83_d6.B2-77aa?F0&19';
const around = (text: string) => Buffer.from(`before ${text} after`);

describe('a secret that would not be found', () => {
  const forms: [string, SecretForm, Buffer][] = [
    ['as it is', 'plain', around(secret)],
    ['in hex', 'hex', around(Buffer.from(secret).toString('hex'))],
    ['in upper-case hex', 'hex', around(Buffer.from(secret).toString('hex').toUpperCase())],
    ['in an address', 'url', around(encodeURIComponent(secret))],
    [
      'in an address with lower-case escapes',
      'url',
      around(encodeURIComponent(secret).replaceAll(/%../g, (at) => at.toLowerCase())),
    ],
    [
      'in an address with everything escaped',
      'url',
      around(Buffer.from(secret).toString('hex').replaceAll(/../g, '%$&')),
    ],
    ['in a two-byte text', 'utf-16', Buffer.from(`before ${secret} after`, 'utf16le')],
    ...[0, 1, 2].flatMap((offset): [string, SecretForm, Buffer][] => {
      const bytes = Buffer.from(`${'x'.repeat(offset)}${secret}tail`);
      return [
        [`in base64 after ${offset} bytes`, 'base64', around(bytes.toString('base64'))],
        [`in base64url after ${offset} bytes`, 'base64', around(bytes.toString('base64url'))],
      ];
    }),
  ];

  it.each(forms)('%s', (_how, form, bytes) => {
    expect(findSecret(bytes, secret)).toEqual([form]);
  });

  it.each([
    ['cut off at its end', secret.slice(0, 30)],
    ['cut off at its beginning', secret.slice(16)],
  ])('%s', (_how, part) => {
    expect(findSecret(around(part), secret)).toEqual(['plain']);
  });

  it('at an odd place of a larger buffer', () => {
    const bytes = Buffer.alloc(4096, 'x');
    bytes.write(secret, 1001);
    expect(findSecret(bytes.subarray(999), secret)).toEqual(['plain']);
    expect(findSecret(bytes.subarray(1100), secret)).toEqual([]);
  });
});

describe('what is no secret', () => {
  it('found all the same', () => {
    expect(findSecret(Buffer.from('before and after'), secret)).toEqual([]);
    expect(findSecret(around(secret.slice(0, 20)), secret)).toEqual([]);
    expect(findSecret(Buffer.alloc(0), secret)).toEqual([]);
  });

  it('too short to be told from chance, and searched for', () => {
    expect(() => findSecret(Buffer.alloc(9), 'short')).toThrow('by chance');
  });
});
