import type { Result } from './errors.ts';
import type { RequestInput, RequestName } from './ipc.ts';

/** Answers to what the first screen is going to ask, by `questionKey`. They come with the page's document. */
export type FirstAnswers = Readonly<Record<string, Result<unknown>>>;

/** The id of the data block in the document that holds them. */
export const firstAnswersId = 'first-answers';

/** The same for the same question, in whatever order its input names its parts. */
export function questionKey<Name extends RequestName>(name: Name, input: RequestInput<Name>): string {
  return `${name} ${JSON.stringify(input, inOrder)}`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
