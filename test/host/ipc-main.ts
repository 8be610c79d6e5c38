import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { named } from './missing.ts';

type Handler = Parameters<IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();

class HostIpcMain implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  handle(channel: string, listener: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = named('ipcMain', new HostIpcMain());

/** Runs the app's handler; of a failure only the message survives, worded as Electron words it. */
export async function invoke(
  event: IpcMainInvokeEvent,
  channel: string,
  args: unknown[],
): Promise<{ value?: unknown; error?: string }> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { value: await (handler(event, ...args) as unknown) };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}
