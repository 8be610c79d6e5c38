import { AppError, type Result } from '../shared/errors.ts';
import type {
  EventName,
  Events,
  RequestInput,
  RequestName,
  RequestOutput,
  SatchelBridge,
} from '../shared/ipc.ts';

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
  const result = (await window.satchel.request(name, input)) as Result<RequestOutput<Name>>;
  if (result.ok) return result.data;
  throw AppError.from(result.error);
}

/** Hears a state change of the main process until the returned function is called. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  return window.satchel.listen(name, (payload) => listener(payload as Events[Name]));
}
