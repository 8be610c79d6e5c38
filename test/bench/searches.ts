import type { App } from '../e2e/launch-app.ts';
import { itemAt } from './library/fill-library.ts';
import { settle } from './page-probes.ts';

// From an answer to its paint.
const paintMs = 60;

/** A text as a person types it into the search field, letter by letter. */
export type Typed = string;

/** Whole words of names, words with one slip, and one or two letters: the same in every run. */
export function typicalSearches(count: number, items: number): Typed[] {
  return Array.from({ length: count }, (_, number) => {
    const word = wordAt((number * 7919) % items);
    if (number % 5 === 3) return word.slice(0, 1 + (number % 2));
    return number % 5 === 1 ? slip(word) : word.slice(0, 7);
  });
}

/** Types a text, letter by letter, and clears the field again. Gives the milliseconds to each result that changed. */
export async function typeSearch(app: App, text: Typed, quietMs: number): Promise<(number | null)[]> {
  const { page } = app;
  const field = page.getByTestId('search-field');
  await field.focus();
  const times: (number | null)[] = [];
  for (const letter of text) {
    await page.keyboard.press(letter);
    times.push(await settleAll(app, quietMs));
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await settleAll(app, quietMs);
  return times;
}

/** However long an answer takes, it is waited for: nothing is asked any more, and nothing on screen changes. */
async function settleAll({ page, evaluate }: App, quietMs: number): Promise<number | null> {
  const isAsking = () => evaluate(() => ((globalThis as { benchUnderWay?: number }).benchUnderWay ?? 0) > 0);
  let time = await page.evaluate(settle, quietMs);
  while (await isAsking()) {
    await page.waitForTimeout(paintMs);
    time = await page.evaluate(settle, quietMs);
  }
  return time;
}

function wordAt(place: number): string {
  const words = itemAt(place)
    .name.toLowerCase()
    .match(/[a-z]{4,}/g) ?? ['hat'];
  return words[place % words.length] ?? 'hat';
}

/** Two letters that changed places. */
function slip(word: string): string {
  return `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`.slice(0, 7);
}
