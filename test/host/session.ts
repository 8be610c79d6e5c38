import { defaultSession } from './host-session.ts';
import { named } from './missing.ts';
import { fromPartition } from './partition.ts';

/** What the app's code gets as `electron.session`. */
export const session = named('session', {
  defaultSession: named('session.defaultSession', defaultSession),
  fromPartition,
});
