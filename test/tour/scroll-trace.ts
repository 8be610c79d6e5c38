import type { App } from '../e2e/launch-app.ts';

/** How evenly frames came while a grid was scrolled. Times in milliseconds. */
export interface ScrollTrace {
  readonly items: number;
  readonly frames: number;
  /** Frames that took longer than one and a half of the display's own. */
  readonly slowFrames: number;
  readonly slowShare: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  /** Pixels scrolled. */
  readonly distance: number;
}

// A notch of a wheel, some thirty times a second: as fast as a person scrolls.
const wheelPx = 100;
const notchMs = 20;

/** What a scroll was like before it is summed up. */
export interface RecordedScroll {
  /** Milliseconds from each frame to the next. */
  readonly gaps: readonly number[];
  /** Pixels scrolled. */
  readonly distance: number;
}

/** Scrolls the grid up or down with the wheel for so long and watches every frame in the page. */
export async function recordScroll(
  { page }: App,
  seconds: number,
  direction: 'down' | 'up',
): Promise<RecordedScroll> {
  const notch = direction === 'down' ? wheelPx : -wheelPx;
  const grid = page.getByTestId('item-grid');
  await grid.hover();
  await page.evaluate(startRecorder);
  const before = await scrollTop(grid);
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    await page.mouse.wheel(0, notch);
    await page.waitForTimeout(notchMs);
  }
  const distance = Math.abs((await scrollTop(grid)) - before);
  return { gaps: await page.evaluate(stopRecorder), distance };
}

/** As `recordScroll`, summed up. */
export async function traceScroll(
  app: App,
  items: number,
  seconds: number,
  direction: 'down' | 'up',
): Promise<ScrollTrace> {
  const { gaps, distance } = await recordScroll(app, seconds, direction);
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const slowFrames = gaps.filter((gap) => gap > at(0.5) * 1.5).length;
  return {
    items,
    frames: gaps.length,
    slowFrames,
    slowShare: round(slowFrames / Math.max(gaps.length, 1), 4),
    medianMs: round(at(0.5), 1),
    p95Ms: round(at(0.95), 1),
    longestMs: round(sorted.at(-1) ?? 0, 1),
    distance: Math.round(distance),
  };
}

type Recorder = typeof globalThis & { recordedGaps?: number[] | undefined };

function startRecorder(): void {
  const recorder = globalThis as Recorder;
  const gaps: number[] = [];
  recorder.recordedGaps = gaps;
  let last = 0;
  const tick = (now: number) => {
    if (last > 0) gaps.push(now - last);
    last = now;
    // One loop for each recording: an earlier one must not go on in this one's name.
    if (recorder.recordedGaps === gaps) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

function stopRecorder(): number[] {
  const recorder = globalThis as Recorder;
  const gaps = recorder.recordedGaps ?? [];
  recorder.recordedGaps = undefined;
  return gaps;
}

function scrollTop(grid: ReturnType<App['page']['getByTestId']>): Promise<number> {
  return grid.evaluate((element) => {
    let scroller: Element | null = element;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement;
    return scroller?.scrollTop ?? 0;
  });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
