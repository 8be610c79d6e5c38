import { describe, expect, it } from 'vitest';
import { splitMatches } from '../../renderer/ui/matches.ts';

/** The name with what is set off in brackets. */
function mark(name: string, search: string): string {
  return splitMatches(name, search)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');
}

describe('the matched part of a name', () => {
  it('a name set off elsewhere than the search found it', () => {
    expect(mark('Golden Crown', 'crown')).toBe('Golden [Crown]');
    expect(mark('Crown of Crowns', 'CROWN')).toBe('[Crown] of [Crown]s');
    expect(mark('Golden Crown', 'gold cro')).toBe('[Gold]en [Cro]wn');
    expect(mark('Unicorn', 'corn')).toBe('Uni[corn]');
  });

  it('accents and compatibility forms shifting what is set off', () => {
    expect(mark('Épée légère', 'epee leg')).toBe('[Épée] [lég]ère');
    expect(mark('Cafe\u0301 noir', 'cafe')).toBe('[Cafe\u0301] noir');
    expect(mark('ﬁre Sword', 'fire')).toBe('[ﬁre] Sword');
    expect(mark('🔥 Ｈａｔ', 'hat')).toBe('🔥 [Ｈａｔ]');
  });

  it('a name found despite a slip without a word of why, or the slip taken for more than it is', () => {
    expect(mark('Golden Crown', 'corwn')).toBe('Golden [Crown]');
    expect(mark('Épée du Château', 'chaetau epe')).toBe('[Épé]e du [Château]');
    expect(mark('Sparkle Time Fedora', 'sparlke fedora')).toBe('[Sparkle] Time [Fedora]');
    expect(mark('Cap of Hats', 'hta')).toBe('Cap of Hats');
    expect(mark('Crown of Crows', 'crown')).toBe('[Crown] of Crows');
  });

  it('a single letter lighting up everywhere, or overlapping words repeating letters', () => {
    expect(mark('Banana Boat', 'a')).toBe('B[a]nana Boat');
    expect(mark('Banana Boat', 'b')).toBe('[B]anana [B]oat');
    expect(mark('Banana', 'ban bana nan')).toBe('[Banan]a');
  });

  it('letters of the name lost or doubled, whatever is searched for', () => {
    const names = ['İstanbul', 'ß ﬀ Å', '\u0301\u0301', '𝕳𝖆𝖙', 'a\ud800b', ''];
    for (const name of names) {
      for (const search of ['i', 'ss', 'ff', 'hat', '\ud800', '*"(', ' ']) {
        const whole = splitMatches(name, search).map(({ text }) => text);
        expect(whole.join('')).toBe(name);
      }
    }
  });
});
