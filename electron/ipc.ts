import { ipcMain, webContents, type IpcMainInvokeEvent } from 'electron';
import { AppError, toAppError, type Result } from '../shared/errors.ts';
import {
  requests,
  type EventName,
  type Events,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../shared/ipc.ts';
import { appOrigin } from './window.ts';

/** One function for every route of the contract: a missing or stray route does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>;
};

/**
 * Registers every route as its own channel, before the handlers are there: a page that asks early waits. Answers are
 * Results: Electron keeps only `message` of a rejection.
 */
export function serve(handlers: Promise<Handlers>): void {
  // Whoever asks is told what keeps them from coming.
  handlers.catch(() => undefined);
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(name, (event, input: unknown) => answer(handlers, name, event, input));
  }
}

/** Tells every window that something changed. */
export function emit<Name extends EventName>(name: Name, payload: Events[Name]): void {
  for (const contents of webContents.getAllWebContents()) {
    if (!contents.isDestroyed()) contents.send(name, payload);
  }
}

/** Never rejects. */
async function answer<Name extends RequestName>(
  handlers: Promise<Handlers>,
  name: Name,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<Result<RequestOutput<Name>>> {
  if (isFromOurPage(event)) return ask(handlers, name, input);
  return { ok: false, error: { code: 'inputInvalid', message: `${name}: not asked by Satchel's own page` } };
}

/** Carries out a route as when a page asks for it. Never rejects. */
export async function ask<Name extends RequestName>(
  handlers: Promise<Handlers>,
  name: Name,
  input: unknown,
): Promise<Result<RequestOutput<Name>>> {
  try {
    const parsed = requests[name].input.safeParse(input);
    if (!parsed.success) throw new AppError('inputInvalid', `${name}: ${parsed.error.message}`);
    return { ok: true, data: await (await handlers)[name](parsed.data as RequestInput<Name>) };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown).toJSON() };
  }
}

/** Only the top frame of our own origin may ask: a frame or a page that got in anyway has no voice. */
function isFromOurPage(event: IpcMainInvokeEvent): boolean {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && frame.origin === appOrigin;
  } catch {
    // A frame that is gone by now says nothing of itself, and there is nobody to answer.
    return false;
  }
}
