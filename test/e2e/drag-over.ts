import type { Locator } from 'playwright/test';

/** Drags as far as over a target, and holds it there. */
export async function dragOver(source: Locator, target: Locator): Promise<void> {
  const { mouse } = source.page();
  await source.hover();
  await mouse.down();
  // The first move begins the drag, the second one is over the target.
  await target.hover();
  await target.hover({ position: { x: 61, y: 14 } });
}
