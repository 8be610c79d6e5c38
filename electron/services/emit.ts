import type { EventName, Events } from '../../shared/ipc.ts';

/** Tells every window that something changed. */
export type Emit = <Name extends EventName>(name: Name, payload: Events[Name]) => void;
