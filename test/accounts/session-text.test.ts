import { describe, expect, it } from 'vitest';
import { isSendable, readSessionText, splitSession } from '../../electron/accounts/session-text.ts';

const warning =
  '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_';
const secret = 'CAEaAhAB.0123456789ABCDEF';

describe('reading a pasted session', () => {
  it.each([
    ['whole', warning + secret],
    ['with its name', `.ROBLOSECURITY=${warning}${secret}`],
    ['with its name and a tab, as from a table', `.ROBLOSECURITY\t${warning}${secret}`],
    ['between spaces and lines', `\n  ${warning}${secret} \r\n`],
    ['in quotes', `"${warning}${secret}"`],
    ['with a semicolon', `${warning}${secret};`],
  ])('one copied in another way than expected refused: %s', (_how, text) => {
    expect(readSessionText(text)).toBe(warning + secret);
  });

  it('one copied without the warning refused', () => {
    expect(readSessionText(secret)).toBe(secret);
  });

  it.each([
    [''],
    ['   '],
    ['builderman'],
    ['hello world, this is not a session at all'],
    ['https://www.roblox.com/users/156/profile'],
    [warning],
    [`${warning}two words`],
    [`${warning}a;b`],
    [`${warning}line\nbreak`],
    [`${warning}emoji😀`],
    ['A'.repeat(9000)],
    ['<b>AAAAAAAAAAAAAAAAAAAAAAAA</b>'],
  ])('rubbish sent to Roblox as a session: %j', (text) => {
    expect(() => readSessionText(text)).toThrow(expect.objectContaining({ code: 'sessionUnreadable' }));
  });

  it('an error that repeats what was pasted', () => {
    const text = `${warning}${secret} and more`;
    expect(() => readSessionText(text)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) as string }),
    );
  });
});

describe('the parts of a session', () => {
  it('the warning kept with the secret, or a secret losing its beginning', () => {
    expect(splitSession(warning + secret)).toEqual({ warning, secret });
    expect(splitSession(secret)).toEqual({ warning: '', secret });
  });

  it.each([[''], ['a b'], ['a;b'], ['a\r\nset-cookie: x'], ['"a"'], ['é']])(
    'a value that would break out of the cookie header taken for sendable: %j',
    (value) => expect(isSendable(value)).toBe(false),
  );
});
