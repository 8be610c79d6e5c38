import { readFileSync } from 'node:fs';
import type { App } from '../e2e/launch-app.ts';

/** Proportional set sizes in bytes: what a process has of its own, and its part of what it shares. */
export interface Memory {
  readonly page: number;
  readonly browser: number;
  /** Everything else of Chromium's: its GPU and utility processes, and a renderer it keeps in reserve. */
  readonly rest: number;
  readonly main: number;
}

/** Collects the garbage of the page and of the main process, then reads what each process has. Linux only. */
export async function readMemory(app: App): Promise<Memory> {
  await collectGarbage(app);
  const browser = app.page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  if (!session) throw new Error('Chromium gave no browser session');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = (isWanted: (type: string) => boolean) =>
    processInfo.filter(({ type }) => isWanted(type)).map(({ id }) => readPss(id));
  // There is one page; the other renderer is empty.
  const [page = 0, ...spare] = sizes((type) => type === 'renderer').sort((one, other) => other - one);
  const others = sizes((type) => type !== 'renderer' && type !== 'browser');
  return {
    page,
    browser: sum(sizes((type) => type === 'browser')),
    rest: sum([...spare, ...others]),
    main: readPss(app.pid),
  };
}

/** Bytes of the page's JavaScript heap in use, its garbage collected before. */
export async function readPageHeap(app: App): Promise<number> {
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

export function inMegabytes(bytes: number): number {
  return bytes / 1_048_576;
}

async function collectGarbage(app: App): Promise<void> {
  await readPageHeap(app);
  await app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
    collect();
  });
  await app.page.waitForTimeout(500);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}

function readPss(processId: number): number {
  const [, kilobytes] =
    /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('The system does not tell what a process has in memory');
  return Number(kilobytes) * 1024;
}
