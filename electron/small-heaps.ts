import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the young part of every heap of this process at its first size, the library's thread included. What passes through
 * here is garbage at once: by itself V8 would let a hundred megabytes of it lie before it looks, and look for long.
 * To be called before threads are started.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
