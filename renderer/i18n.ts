import { createI18n } from 'vue-i18n';
import type { ErrorCode } from '../shared/errors.ts';
import { en } from '../shared/locales/en.ts';
import type { ErrorWords } from '../shared/locales/en/errors.ts';

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** The path of a sentence below `window` in the locale. One without words does not compile. */
export type Sentence = Paths<typeof en.window>;

export const i18n = createI18n({ legacy: false, locale: 'en', messages: { en } });

// Most sentences hold no values, and a screen of tiles says the same few of them hundreds of times.
const plain = new Map<Sentence, string>();

/** A sentence of the window. `count` chooses between its forms, which `|` separates. */
export function say(sentence: Sentence, values?: Record<string, string>, count = 1): string {
  if (values || count !== 1) return i18n.global.t(`window.${sentence}`, values ?? {}, count);
  const known = plain.get(sentence);
  if (known !== undefined) return known;
  const words = i18n.global.t(`window.${sentence}`);
  plain.set(sentence, words);
  return words;
}

/** What happened and what to do, for an error code. Taken as written: these may hold `@`, which templates reserve. */
export function sayError(code: ErrorCode): ErrorWords {
  return i18n.global.messages.value[i18n.global.locale.value].errors[code];
}

/** A command as the application menu calls it, without the dots of one that asks more. */
export function sayCommand(command: keyof typeof en.menu): string {
  return i18n.global.messages.value[i18n.global.locale.value].menu[command];
}
