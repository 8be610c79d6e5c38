import type { Locator } from 'playwright/test';
import type { App } from '../../e2e/launch-app.ts';
import { openSatchel, paintedAt, withApp } from '../apps.ts';
import { selectItems } from '../drags.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import { dragTime, watchDrags } from '../page-probes.ts';
import type { Row } from '../row.ts';
import { formatFigure, median, quantile } from '../statistics.ts';

const selected = 5000;
const drags = 60;
const frameMs = 1000 / 60;

/** From the first move of the pointer to the paint with the preview made, in frames of a 60 Hz display. */
export const drag: Row = {
  name: 'drag',
  figures: ['drag'],
  async measure() {
    const times = await withApp(openSatchel(copyLibrary(100_000, 'drag')), async (app) => {
      await paintedAt(app);
      const tile = await selectItems(app, selected);
      await app.page.evaluate(watchDrags);
      const measured: number[] = [];
      for (let count = 0; count < drags; count += 1) measured.push(await beginDrag(app, tile));
      // The first few find code that has never run.
      return measured.slice(5);
    });
    const p95 = quantile(times, 0.95);
    const note = `${times.length} drags of ${selected} items, p95 ${formatFigure(p95)} ms, median ${formatFigure(median(times))} ms`;
    return [{ name: 'drag', ours: p95 / frameMs, peer: null, unit: 'frames', limit: 6, note }];
  },
};

/** Drags a little way and lets go over nothing. Milliseconds. */
async function beginDrag({ page }: App, tile: Locator): Promise<number> {
  const box = await tile.boundingBox();
  if (!box) throw new Error('The selected item is not on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 14, y + 9);
  const time = await page.evaluate(dragTime);
  if (time === null) throw new Error('No drag began');
  await page.mouse.up();
  await page.waitForTimeout(60);
  return time;
}
