// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { i18n, say, sayError, type Sentence } from '../../renderer/i18n.ts';
import { errorCodes } from '../../shared/errors.ts';
import { en } from '../../shared/locales/en.ts';

function sentencesIn(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : sentencesIn(value as object, `${path}${key}.`),
  );
}

describe('the sentences of the window', () => {
  it('one that the message syntax misreads', () => {
    const warn = vi.spyOn(console, 'warn');
    const error = vi.spyOn(console, 'error');
    for (const sentence of sentencesIn(en.window)) {
      const words = say(sentence as Sentence, {}, 2);
      expect(words, sentence).not.toBe('');
      expect(words, sentence).not.toContain('|');
      expect(words, sentence).not.toBe(`window.${sentence}`);
    }
    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
    expect(i18n.global.locale.value).toBe('en');
  });

  it('an error worded with a character that templates reserve', () => {
    for (const code of errorCodes) expect(sayError(code)).toEqual(en.errors[code]);
  });

  it('one and many', () => {
    expect(say('items.count', { number: '1' }, 1)).toBe('1 item');
    expect(say('items.count', { number: '12,000' }, 12_000)).toBe('12,000 items');
    expect(say('items.count', { number: '0' }, 0)).toBe('0 items');
  });
});
