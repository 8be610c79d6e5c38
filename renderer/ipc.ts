import { AppError, type Result } from '../shared/errors.ts';
import type {
  EventName,
  Events,
  RequestInput,
  RequestName,
  RequestOutput,
  SatchelBridge,
} from '../shared/ipc.ts';
import { firstAnswer, forgetFirstAnswers } from './first-answers.ts';
import { firstScreenPainted } from './first-screen.ts';

declare global {
  interface Window {
    readonly satchel: SatchelBridge;
  }
}

/** Asks the main process. Throws the AppError it answered with. */
export async function request<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = firstAnswer(name, input) ?? (await ask(name, input));
  const result = answer as Result<RequestOutput<Name>>;
  if (result.ok) return result.data;
  throw AppError.from(result.error);
}

type Listeners = Map<EventName, Set<(payload: never) => void>>;

const heard = new WeakMap<SatchelBridge, Listeners>();

/** What the first screen came without is not what it shows: its paint goes first. */
function ask(name: RequestName, input: unknown): Promise<unknown> {
  const painted = firstScreenPainted();
  if (!painted) return window.satchel.request(name, input);
  return painted.then(() => window.satchel.request(name, input));
}

/** Hears a state change of the main process until the returned function is called. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  const listeners = listenersOf(name);
  // Somebody may listen twice with one function.
  const own = (payload: Events[Name]) => listener(payload);
  listeners.add(own);
  return () => void listeners.delete(own);
}

/**
 * Crosses from the main process once for each event, however many listen, and is never taken back: a function of the page
 * that the other side knows, and one of theirs that the page knows, keep each other alive with all they have seen.
 */
function listenersOf(name: EventName): Set<(payload: never) => void> {
  const { satchel } = window;
  const names = heard.get(satchel) ?? (new Map() as Listeners);
  heard.set(satchel, names);
  const known = names.get(name);
  if (known) return known;
  const listeners = new Set<(payload: never) => void>();
  names.set(name, listeners);
  satchel.listen(name, (payload) => {
    forgetFirstAnswers();
    for (const hear of [...listeners]) {
      try {
        hear(payload as never);
      } catch (error) {
        // One that fails is no reason for the others not to hear.
        reportError(error);
      }
    }
  });
  return listeners;
}
