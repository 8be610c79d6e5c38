import type { Result } from '../shared/errors.ts';
import { firstAnswersId, questionKey, type FirstAnswers } from '../shared/first-answers.ts';
import type { RequestInput, RequestName } from '../shared/ipc.ts';

let answers: FirstAnswers | undefined;

/** What the main process answered before the page could ask; undefined for anything else, and from the first news on. */
export function firstAnswer<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Result<unknown> | undefined {
  answers ??= read();
  return answers[questionKey(name, input)];
}

/** Whether there are any, so that the first screen needs to ask for nothing. */
export function hasFirstAnswers(): boolean {
  answers ??= read();
  return Object.keys(answers).length > 0;
}

/** From now on everything is asked: something has changed, or the first screen stands. */
export function forgetFirstAnswers(): void {
  answers = {};
}

function read(): FirstAnswers {
  const text = document.getElementById(firstAnswersId)?.textContent;
  return text ? (JSON.parse(text) as FirstAnswers) : {};
}
