import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallVolume {
  /** Leaves no byte free. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly makeReadOnly: () => void;
  readonly unmount: () => void;
}

/** A volume of its own; null where this user may not make one. */
export function mountSmallVolume(folder: string, size: string): SmallVolume | null {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'satchel-test', folder]);
  if (status !== 0) return null;
  const filler = join(folder, 'somebody-elses-film');
  return {
    fill() {
      const file = openSync(filler, 'w');
      const block = Buffer.alloc(4096, 1);
      try {
        for (;;) writeSync(file, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
      const { bavail } = statfsSync(folder);
      if (bavail !== 0) throw new Error(`${bavail} blocks are still free`);
    },
    free: () => rmSync(filler),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    unmount: () => void execFileSync('umount', [folder]),
  };
}
