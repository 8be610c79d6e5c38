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

/** A sentence of the window. `count` chooses between its forms, which `|` separates. */
export function say(sentence: Sentence, values: Record<string, string> = {}, count = 1): string {
  return i18n.global.t(`window.${sentence}`, values, count);
}

/** What happened and what to do, for an error code. Taken as written: these may hold `@`, which templates reserve. */
export function sayError(code: ErrorCode): ErrorWords {
  return i18n.global.messages.value[i18n.global.locale.value].errors[code];
}
