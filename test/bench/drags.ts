import type { Locator } from 'playwright/test';
import type { App } from '../e2e/launch-app.ts';

/** Selects the first items of the list on screen, and gives the last one's tile, which is in view. */
export async function selectItems({ page }: App, count: number): Promise<Locator> {
  await page.locator('[data-index="0"]').click();
  const tile = page.locator(`[data-testid="item-tile"][data-index="${count - 1}"]`);
  await page.evaluate(
    async ({ index }) => {
      const scroller = document.querySelector<HTMLElement>('[data-scroll-place]');
      const grid = document.querySelector<HTMLElement>('[data-testid="item-grid"]');
      const rows = Number(grid?.ariaRowCount);
      const columns = Number(grid?.ariaColCount);
      if (!scroller || !grid) throw new Error('There is no list');
      scroller.scrollTop = (scroller.scrollHeight / rows) * (Math.floor(index / columns) - 1);
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
    { index: count - 1 },
  );
  await tile.click({ modifiers: ['Shift'] });
  const words = count.toLocaleString('en-US');
  await page
    .getByTestId('selection-bar')
    .filter({ hasText: `${words} selected` })
    .waitFor();
  // The panel of buttons has come, and the pages of the stretch have gone through memory.
  await page.waitForTimeout(1500);
  return tile;
}
